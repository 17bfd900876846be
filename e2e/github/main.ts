import { parseArgs } from "node:util";
import { startGithubEmulator } from "./emulator.ts";

const usage = "usage: node e2e/github/main.ts FOLDER [--port N] [--token TOKEN]...\n";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: "string" }, token: { type: "string", multiple: true } },
});
const [folder] = positionals;
const port = Number(values.port ?? 0);
if (folder === undefined || positionals.length > 1 || !Number.isInteger(port)) {
  process.stderr.write(usage);
  process.exit(2);
}

const emulator = await startGithubEmulator({
  folder,
  port,
  ...(values.token === undefined ? {} : { tokens: values.token }),
});
process.stdout.write(`GITHUB_API_URL=${emulator.url}\n`);
