import { type ChildProcessWithoutNullStreams, execFile, spawn } from "node:child_process";
import { parse } from "node:path";
import { AppError } from "#lib/errors/app-error.ts";

/** GitOutput is what one git process gave back. */
export interface GitOutput {
  readonly stdout: Buffer;
  /** The first line of what git complained about, shortened; empty when it did not. */
  readonly complaint: string;
  readonly exitCode: number;
  /** The output reached its bound and was cut. */
  readonly isTruncated: boolean;
}

interface GitOptions {
  readonly signal: AbortSignal;
  /** 60 s unless told: listing the largest public repositories takes a few seconds. */
  readonly timeoutMs?: number;
  /** 64 MiB unless told: about 500,000 paths. */
  readonly outputBytesMax?: number;
}

const complaintLengthMax = 200;

/**
 * safeArguments keep a hostile repository from running anything: no hooks, no fsmonitor, no lazy fetch through a
 * transport of its choice, no replaced objects, nothing written.
 */
const safeArguments = [
  "--no-pager",
  "--no-optional-locks",
  "--no-replace-objects",
  "--literal-pathspecs",
  ...["safe.directory=*", "core.fsmonitor=false", "core.hooksPath=/dev/null", "protocol.allow=never"].flatMap(
    (setting) => ["-c", setting],
  ),
] as const;

/**
 * gitEnvironment is the whole environment of a git process. Nothing is inherited but `PATH`, so that neither the
 * person's settings nor variables such as `GIT_OBJECT_DIRECTORY` change what is read.
 */
function gitEnvironment(gitDir: string) {
  return {
    // Means nothing to git; Next declares that every environment has it.
    NODE_ENV: "production" as const,
    // biome-ignore lint/style/noProcessEnv: where git is, is the machine's affair and no setting of Flakeboard.
    PATH: process.env.PATH ?? "",
    LC_ALL: "C",
    HOME: "/dev/null",
    XDG_CONFIG_HOME: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_TERMINAL_PROMPT: "0",
    // Known since git 2.45 and its security updates; older ones are held by the empty list of protocols.
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "",
    GIT_DIR: gitDir,
    // Given so that a `core.worktree` of the repository is not followed; no command here looks at a work tree.
    GIT_WORK_TREE: parse(gitDir).root,
  };
}

/**
 * runGit runs one git command on the repository at `gitDir` (an absolute path to a git directory, or to a `.git` file)
 * and waits for its end. A non-zero exit is returned, not thrown.
 *
 * @throws AppError `config` when git is not installed, `timeout` after `timeoutMs`; the signal's reason when it fires.
 */
export async function runGit(gitDir: string, args: readonly string[], options: GitOptions): Promise<GitOutput> {
  const { signal, timeoutMs = 60_000, outputBytesMax = 64 * 1024 * 1024 } = options;
  signal.throwIfAborted();

  const { promise, resolve, reject } = Promise.withResolvers<GitOutput>();
  const settings = {
    ...processSettings(gitDir),
    encoding: "buffer" as const,
    maxBuffer: outputBytesMax,
    timeout: timeoutMs,
    signal,
  };
  execFile("git", [...safeArguments, ...args], settings, (error, stdout, stderr) => {
    const complaint = firstLine(stderr);
    if (error === null) return resolve({ stdout, complaint, exitCode: 0, isTruncated: false });
    if (signal.aborted) return reject(signal.reason);
    if (error.code === "ENOENT") return reject(gitIsMissing(error));
    const isTruncated = error.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER";
    if (isTruncated) return resolve({ stdout, complaint, exitCode: 0, isTruncated });
    if (error.killed) return reject(gitTookTooLong(args, timeoutMs));
    return resolve({ stdout, complaint, exitCode: typeof error.code === "number" ? error.code : 1, isTruncated });
  });
  return promise;
}

/** startGit starts a git command that is spoken with; the caller must end it. It is killed when the signal fires. */
export function startGit(gitDir: string, args: readonly string[], signal: AbortSignal): ChildProcessWithoutNullStreams {
  signal.throwIfAborted();
  const child = spawn("git", [...safeArguments, ...args], { ...processSettings(gitDir), signal });
  // A git that ended early is noticed by the end of its output; the broken pipe would only say it again.
  child.stdin.on("error", () => undefined);
  return child;
}

/** gitIsMissing is the sentence for a machine without git. */
export function gitIsMissing(cause: unknown): AppError {
  return new AppError("config", "git was not found on this machine. Install git and make sure that it is on PATH.", {
    cause,
  });
}

function gitTookTooLong(args: readonly string[], timeoutMs: number): AppError {
  return new AppError("timeout", `git ${args[0] ?? ""} took longer than ${timeoutMs / 1000} seconds and was stopped.`, {
    isRetryable: true,
  });
}

function processSettings(gitDir: string) {
  return { cwd: parse(gitDir).root, env: gitEnvironment(gitDir), killSignal: "SIGKILL" as const };
}

function firstLine(stderr: Buffer): string {
  return (stderr.toString("utf8").trim().split("\n", 1)[0] ?? "").slice(0, complaintLengthMax);
}
