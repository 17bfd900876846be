import { spawn } from "node:child_process";
import { AppError } from "#lib/errors/app-error.ts";
import { root } from "./ensure-installed.mjs";

// Enough to see what went wrong; a build can print megabytes.
const tailLengthMax = 8_000;

/**
 * runProgram runs a program quietly in the project's folder.
 *
 * @throws AppError with the end of what it printed when it does not end with 0.
 */
export function runProgram(
  name: string,
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      // biome-ignore lint/style/noProcessEnv: handed on, not read
      env: { ...process.env, ...environment },
    });
    let tail = "";
    const keep = (chunk: Buffer): void => {
      tail = (tail + chunk.toString("utf8")).slice(-tailLengthMax);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (cause) => reject(new AppError("internal", `${name} could not be started.`, { cause })));
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new AppError("internal", `${name} failed:\n${tail}`));
    });
  });
}
