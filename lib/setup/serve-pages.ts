/**
 * Serves the built application: `node lib/setup/serve-pages.ts --hostname 127.0.0.1 --port 3000`. Pages are Next's; the
 * files of the build are sent as they were compressed when they were built, smaller than Next would make them.
 */
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import next from "next";
import { serveBuildFiles } from "./build-files.ts";
import { root } from "./ensure-installed.mjs";

const { values } = parseArgs({
  options: { hostname: { type: "string", default: "127.0.0.1" }, port: { type: "string", default: "3000" } },
});
const { hostname } = values;
const port = Number(values.port);

const server = createServer();
const application = next({ dev: false, dir: root, hostname, port });
await application.prepare();
const answer = application.getRequestHandler();
const servePage: RequestListener = (request, response) => {
  answer(request, response).catch((error: unknown) => {
    process.stderr.write(`No answer to ${request.url}: ${String(error)}\n`);
    response.destroy();
  });
};
server.on("request", serveBuildFiles(join(root, ".next/static"), servePage));
server.on("error", (error) => {
  process.stderr.write(`The pages cannot be served: ${error.message}\n`);
  process.exit(2);
});
server.listen(port, hostname);

// Open answers are finished; what else holds the process, such as the database, closes itself on the same signals.
const closeSecondsMax = 10;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    server.close(() => void application.close());
    server.closeIdleConnections();
    setTimeout(() => process.exit(), closeSecondsMax * 1_000).unref();
  });
}
