import type { BranchRequest, BranchResult } from "../source-provider.ts";
import { askAliased } from "./ask-aliased.ts";
import type { GithubClient } from "./client.ts";
import type { GithubHost } from "./hosts.ts";
import type { AdaptiveSize } from "./paging.ts";
import { readInPieces } from "./read-in-pieces.ts";
import { branchField, branchFieldSchema } from "./wire/history.ts";

/** branchesPerQuery is how many branches to ask for at first: each is one lookup and two short values. */
export const branchesPerQuery = 80;

/**
 * readBranches reads the newest commit of many branches in each query, on the GitHub of this provider alone. A
 * repository that is gone, or that the token may not see, has no branch; what fails otherwise is left out.
 */
export async function* readBranches(
  client: GithubClient,
  host: GithubHost,
  size: AdaptiveSize,
  requests: readonly BranchRequest[],
  signal: AbortSignal,
): AsyncGenerator<BranchResult> {
  signal.throwIfAborted();
  // A GitHub on this machine stands for github.com.
  const own = host.isLoopback ? "github.com" : host.name;
  const reader = {
    size,
    pauseMs: client.patience.retryPauseMs,
    ask: (piece: readonly BranchRequest[]) => askAliased(client, branch, piece, signal),
  };
  const ours = requests.filter((request) => request.host === own);
  for await (const { item: request, outcome } of readInPieces(ours, reader, signal)) {
    if (outcome.status === "value") yield { request, head: outcome.value };
    else if (outcome.error.code === "not-found" || outcome.error.code === "forbidden") yield { request, head: null };
  }
}

const branch = {
  operation: "Branches",
  field: branchField,
  fragments: "",
  types: { owner: "String!", name: "String!", expression: "String!" },
  schema: branchFieldSchema,
  variablesOf: ({ owner, name, branch: named }: BranchRequest) => ({
    owner,
    name,
    expression: named === null ? "HEAD" : `refs/heads/${named}`,
  }),
  subjectOf: ({ owner, name }: BranchRequest) => `${owner}/${name}`,
};
