import { defineConfig } from "prisma/config";

// Only `prisma generate`, `format` and `validate` read this; migrations run through lib/store/migrate.ts.
export default defineConfig({ schema: "schema.prisma" });
