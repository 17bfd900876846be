import { defineConfig } from "prisma/config";

// Only `prisma generate`, `format` and `validate` read this; migrations run through lib/store/migrate.ts.
// biome-ignore lint/style/noDefaultExport: Prisma reads the default export.
export default defineConfig({ schema: "schema.prisma" });
