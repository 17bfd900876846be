import type { NextConfig } from "next";

const nextConfig: NextConfig = {
  // These run in the server's own process: PGlite loads its wasm and pg-boss its plans from beside their own files.
  serverExternalPackages: ["@electric-sql/pglite", "pg-boss", "pg", "pino"],
  // TypeScript 7 has no compiler API for Next to call; `tsc` checks the types in `npm test`.
  typescript: { ignoreBuildErrors: true },
  // Browsers ask for this where a page names no icon, such as one of plain words; a picture may be of any kind.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  // Pages go to this machine alone, where compressing one takes longer than sending it; a proxy compresses what goes further.
  compress: false,
  poweredByHeader: false,
  devIndicators: false,
};

export default nextConfig;
