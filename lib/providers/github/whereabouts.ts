import type { Located } from "../source-provider.ts";
import type { GithubClient } from "./client.ts";
import { notLikeGithub } from "./failure-words.ts";
import { type Addressee, errorOfGraphql } from "./failures.ts";
import { createAdaptiveSize } from "./paging.ts";
import { type Outcome, outcomeOfError, type PieceAnswer, readInPieces } from "./read-in-pieces.ts";
import { errorsUnder, type GraphqlError, isRefusal, nodesSchema } from "./wire/answer.ts";
import { ownedNodeSchema, ownersByIdQuery } from "./wire/repository.ts";

// The most that one field takes (reference: GraphQL limits, nodes); a name and an owner of each are little.
const idsPerQuery = 100;

/**
 * locateRepositories asks by their node ids, which stay through renames and transfers, where repositories are that an
 * inventory did not show. An id that GitHub does not know any more belongs to a deleted repository, or to one that the
 * token may not see; what it refuses to show exists. A REST request for the old name would tell nothing more.
 */
export async function* locateRepositories(
  client: GithubClient,
  providerIds: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<Located> {
  signal.throwIfAborted();
  const reader = {
    size: createAdaptiveSize(idsPerQuery),
    pauseMs: client.patience.retryPauseMs,
    ask: (ids: readonly string[]) => askOwners(client, ids, signal),
  };
  for await (const { item: providerId, outcome } of readInPieces(providerIds, reader, signal)) {
    if (outcome.status === "value") yield { providerId, whereabouts: outcome.value };
    else if (outcome.error.code === "not-found") yield { providerId, whereabouts: { status: "gone" } };
    else if (outcome.error.code === "forbidden") yield { providerId, whereabouts: { status: "hidden" } };
  }
}

type Place = Located["whereabouts"];

async function askOwners(
  client: GithubClient,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<PieceAnswer<Place>> {
  const { addressee } = client;
  const subject = `repositories that ${addressee.organization} no longer shows`;
  const outcome = await client.query(ownersByIdQuery, { ids }, subject, signal);
  if (outcome.status === "too-heavy") return outcome;
  const answer = nodesSchema.safeParse(outcome.data);
  if (!answer.success) throw notLikeGithub(addressee, answer.error);
  const outcomes = ids.map((_, index) =>
    judge(answer.data.nodes[index], errorsUnder(outcome.errors, "nodes", index), addressee, subject),
  );
  return { status: "answered", outcomes };
}

function judge(node: unknown, errors: readonly GraphqlError[], addressee: Addressee, subject: string): Outcome<Place> {
  const trouble = errors.find(isRefusal) ?? errors[0];
  if (trouble !== undefined) return outcomeOfError(trouble, errorOfGraphql(trouble, addressee, subject));
  if (node === null) return { status: "value", value: { status: "gone" } };
  const parsed = ownedNodeSchema.safeParse(node);
  if (!parsed.success) return { status: "again", error: notLikeGithub(addressee, parsed.error), isCut: false };
  const { name, owner } = parsed.data;
  const isOurs = owner.login.toLowerCase() === addressee.organization.toLowerCase();
  return { status: "value", value: isOurs ? { status: "present" } : { status: "moved", owner: owner.login, name } };
}
