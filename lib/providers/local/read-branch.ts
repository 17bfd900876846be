import { instantFromUnixSeconds } from "#lib/model/instant.ts";
import type { BranchResult } from "../source-provider.ts";
import { runGit } from "./git-process.ts";

/** readBranch is the newest commit of a branch, or of HEAD for null; null when there is no such branch. */
export async function readBranch(
  gitDir: string,
  branch: string | null,
  signal: AbortSignal,
): Promise<BranchResult["head"]> {
  const revision = branch === null ? "HEAD" : `refs/heads/${branch}`;
  // The name comes out of a lock: only one branch of that very name is meant, and no revision expression.
  if (branch !== null && !/^[\w./-]+$/.test(branch)) return null;
  const output = await runGit(gitDir, ["rev-list", "--max-count=1", "--timestamp", revision, "--"], { signal });
  const [seconds = "", commit] = output.stdout.toString("utf8").trim().split(" ");
  const isDated = commit !== undefined && !Number.isNaN(new Date(Number(seconds) * 1000).getTime());
  return isDated ? { commit, committedAt: instantFromUnixSeconds(Number(seconds)) } : null;
}
