import { existsSync } from "node:fs";
import type { RequestListener } from "node:http";
import sirv from "sirv";

const prefix = "/_next/static";
const yearSeconds = 31_536_000;

/**
 * serveBuildFiles answers requests for the scripts, styles and fonts of a build from a folder, each in its
 * compressed twin where there is one that the browser takes; their names change with their content, so that they are
 * kept for good.
 * Any other request is for `otherwise`.
 */
export function serveBuildFiles(folder: string, otherwise: RequestListener): RequestListener {
  if (!existsSync(folder)) return otherwise;
  const serveFile = sirv(folder, {
    brotli: true,
    gzip: true,
    immutable: true,
    maxAge: yearSeconds,
    setHeaders: (response) => response.setHeader("x-content-type-options", "nosniff"),
  });
  return (request, response) => {
    const { url } = request;
    if (url === undefined || !url.startsWith(`${prefix}/`)) return otherwise(request, response);
    request.url = url.slice(prefix.length);
    serveFile(request, response, () => {
      request.url = url;
      otherwise(request, response);
    });
  };
}
