// Runs on whatever Node started npm, before any package is there: built-in modules only, no TypeScript.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** root is the folder of the project. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** projectNode is the Node that the project brings, whatever Node started npm. */
export const projectNode = join(root, "node_modules/node/bin/node");

const nodeMajorMin = 20;
const stampPath = join(root, "node_modules/.flakeboard-installed");

/** Tells which packages are wanted: the stamp of an installation that is up to date holds the same text. */
function wantedStamp() {
  const hash = createHash("sha256");
  for (const file of ["package-lock.json", "package.json", "prisma/schema.prisma"])
    hash.update(readFileSync(join(root, file)));
  return `${hash.digest("hex")} ${process.platform} ${process.arch}\n`;
}

/**
 * ensureInstalled installs the packages when they are missing or not those of the lockfile, and says what it does.
 * Ends the process with 2 and one sentence when it cannot.
 */
export function ensureInstalled() {
  const nodeMajor = Number(process.versions.node.split(".", 1)[0]);
  if (nodeMajor < nodeMajorMin)
    stop(`Node ${process.versions.node} is too old to install the project. Use Node ${nodeMajorMin} or newer.`);
  const stamp = wantedStamp();
  if (existsSync(stampPath) && readFileSync(stampPath, "utf8") === stamp && existsSync(projectNode)) return;
  say("Installing packages (about a minute the first time) …");
  const result = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    stop(
      "The packages could not be installed. npm says why above; the npm registry must be reachable. Then run this again.",
    );
  }
  if (!existsSync(projectNode))
    stop("npm did not install the project's own Node. Its install scripts must be allowed (ignore-scripts=false).");
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(stampPath, stamp);
}

/**
 * runOnProjectNode runs a program of the project on its own Node, hands signals on, and ends as it ends.
 *
 * @param {string} program relative to the project's folder
 * @param {readonly string[]} args
 */
export async function runOnProjectNode(program, args) {
  const { spawn } = await import("node:child_process");
  const child = spawn(projectNode, ["--disable-warning=ExperimentalWarning", join(root, program), ...args], {
    cwd: root,
    stdio: "inherit",
    // The project's own Node comes first for every program that it starts in turn.
    // biome-ignore lint/style/noProcessEnv: handed on, not read
    env: { ...process.env, PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH ?? ""}` },
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal === null ? (code ?? 2) : 128));
}

/** @param {string} sentence */
function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** @param {string} sentence */
function stop(sentence) {
  say(`flakeboard: ${sentence}`);
  process.exit(2);
}
