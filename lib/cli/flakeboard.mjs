#!/usr/bin/env node
// Starts the command line on the project's own Node, whatever Node started this: TypeScript runs there as it is.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { nodeEnvironment, nodeFlags } from "./node-flags.mjs";

const node = fileURLToPath(new URL("../../node_modules/node/bin/node", import.meta.url));
const main = fileURLToPath(new URL("main.ts", import.meta.url));

if (!existsSync(node)) {
  process.stderr.write("flakeboard: its packages are not installed. Run `npm ci` in the folder of Flakeboard.\n");
  process.exit(2);
}

const child = spawn(node, [...nodeFlags, main, ...process.argv.slice(2)], {
  stdio: "inherit",
  // biome-ignore lint/style/noProcessEnv: handed on as it is
  env: { ...nodeEnvironment, ...process.env },
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal === null ? (code ?? 2) : 128));
