import { existsSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#lib/errors/app-error.ts";
import { root } from "./ensure-installed.mjs";
import { runProgram } from "./run-program.ts";

const systemPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Chromium is the browser that the browser tests drive; a null path is the one that Playwright keeps itself. */
export interface Chromium {
  readonly path: string | null;
  readonly words: string;
}

/**
 * findChromium finds a browser: one of the system, else the one that Playwright fetches, else Debian's package, which
 * only root can install.
 *
 * @throws AppError when there is none and none can be had, with what to install.
 */
export async function findChromium(): Promise<Chromium> {
  return findSystemChromium() ?? (await fetchWithPlaywright()) ?? (await installDebianPackage()) ?? fail();
}

function findSystemChromium(): Chromium | undefined {
  const path = systemPaths.find((candidate) => existsSync(candidate));
  return path === undefined ? undefined : { path, words: path };
}

async function fetchWithPlaywright(): Promise<Chromium | undefined> {
  try {
    const playwright = join(root, "node_modules/@playwright/test/cli.js");
    await runProgram("the download of Chromium", process.execPath, [playwright, "install", "chromium"]);
    return { path: null, words: "fetched by Playwright" };
  } catch {
    // On a closed network its download fails; the next way is tried.
    return undefined;
  }
}

async function installDebianPackage(): Promise<Chromium | undefined> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  const quietly = { DEBIAN_FRONTEND: "noninteractive" };
  await runProgram("apt-get update", "apt-get", ["update", "-q"], quietly);
  await runProgram(
    "the installation of Chromium",
    "apt-get",
    ["install", "-q", "-y", "--no-install-recommends", "chromium"],
    quietly,
  );
  return findSystemChromium();
}

function fail(): never {
  throw new AppError(
    "config",
    "The browser tests need Chromium, and none could be had. Install Chromium or Google Chrome, or run `npx playwright install chromium` on an open network.",
  );
}
