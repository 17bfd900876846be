import { execFile } from "node:child_process";

/** GitFailed is a git command that gave no answer: a damaged repository, or an object that is not there. */
export class GitFailed extends Error {}

// Each query of the inventory reads a page of repositories at once; more processes than this only wait for each other.
const processesMax = 8;
const outputBytesMax = 256 * 1024 * 1024;

const waiting: (() => void)[] = [];
let running = 0;

/** git runs one plumbing command on a git directory (or a `.git` file) and gives its output. @throws GitFailed. */
export async function git(gitDir: string, args: readonly string[], input = ""): Promise<Buffer> {
  if (running >= processesMax) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await run(gitDir, args, input);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function run(gitDir: string, args: readonly string[], input: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const settings = ["-c", "safe.directory=*", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];
    const child = execFile(
      "git",
      ["--no-replace-objects", ...settings, "--git-dir", gitDir, ...args],
      { encoding: "buffer", maxBuffer: outputBytesMax },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new GitFailed(`git ${args[0]}: ${stderr.toString("utf8").trim()}`, { cause: error }));
      },
    );
    // A git that ended early is noticed by its exit; the broken pipe would only say it again.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });
}
