import { AppError } from "#lib/errors/app-error.ts";
import type { InventoryItem, InventoryPage } from "../source-provider.ts";
import { askSmaller } from "./ask-smaller.ts";
import type { GithubClient } from "./client.ts";
import { cursorRefused, notLikeGithub } from "./failure-words.ts";
import { errorOfGraphql } from "./failures.ts";
import { failedItem, judgeNode, type NodeName } from "./judge-node.ts";
import { readOrganizationField } from "./organization.ts";
import { type AdaptiveSize, createAdaptiveSize } from "./paging.ts";
import { type PieceAnswer, readInPieces } from "./read-in-pieces.ts";
import {
  errorsUnder,
  type GraphqlError,
  isRefusal,
  isRefusedCursor,
  isResourceLimit,
  nodesSchema,
} from "./wire/answer.ts";
import {
  inventoryQuery,
  namedRepositorySchema,
  repositoriesByIdQuery,
  repositoryNamesQuery,
  repositoryPageSchema,
} from "./wire/repository.ts";

// 25: Backstage came down to it against RESOURCE_LIMITS_EXCEEDED, and it still costs one point (reference: cost).
const pageSizeStart = 25;

// 50 still costs one point; beyond, answers come near GitHub's ten seconds (reference: gh-manager-cli's measurements).
const pageSizeMax = 50;

/** InventorySizes are the sizes that worked, remembered from one reading to the next. */
export interface InventorySizes {
  readonly page: AdaptiveSize;
  readonly again: AdaptiveSize;
}

/** createInventorySizes starts where GitHub is known to answer. */
export function createInventorySizes(): InventorySizes {
  return { page: createAdaptiveSize(pageSizeStart, pageSizeMax), again: createAdaptiveSize(pageSizeStart) };
}

/** Place is where a page begins: behind a cursor, and after how many repositories. */
interface Place {
  readonly after: string | null;
  readonly position: number;
}

interface RawPage {
  readonly total: number;
  readonly next: string | null;
  readonly nodes: readonly unknown[];
  readonly errors: readonly GraphqlError[];
}

/** A place as others keep it: `50 Y3Vyc29y…`. GitHub's cursors name what they stand behind, and stay good for long. */
function placeText({ after, position }: Place): string {
  return `${position} ${after}`;
}

function parsePlace(text: string | null): Place {
  const [, position, after] = /^(\d+) (.+)$/.exec(text ?? "") ?? [];
  return { after: after ?? null, position: Number(position ?? 0) };
}

/**
 * listRepositories gives every repository that the organization owns, page by page as they arrive, oldest first.
 * A repository that cannot be read is a `failed` item under its name; where GitHub hides even that, under its place in
 * the order of creation, `unnamed-17`. When GitHub no longer knows the place where it is to go on, it begins anew, once.
 */
export async function* listRepositories(
  client: GithubClient,
  sizes: InventorySizes,
  signal: AbortSignal,
  after: string | null = null,
): AsyncGenerator<InventoryPage> {
  const seen = new Set<string>();
  let place = parsePlace(after);
  let hasBegunAnew = false;
  for (;;) {
    const raw: RawPage | null = await readPage(client, sizes.page, place, signal).catch((error: unknown) => {
      if (hasBegunAnew || !(error instanceof AppError && error.code === "conflict")) throw error;
      return null;
    });
    if (raw === null) {
      hasBegunAnew = true;
      place = parsePlace(null);
      continue;
    }
    const items = await completePage(client, sizes.again, raw, place, signal);
    // A page may repeat a repository when another was deleted meanwhile.
    const fresh = items.filter((item) => !seen.has(keyOf(item)));
    for (const item of fresh) seen.add(keyOf(item));
    const next = raw.next === null ? null : { after: raw.next, position: place.position + raw.nodes.length };
    yield { total: raw.total, items: fresh, next: next && placeText(next) };
    if (next === null) return;
    place = next;
  }
}

/**
 * readRepository gives one line of the inventory by its node id. An id that GitHub does not know, or a repository that
 * now belongs to somebody else, is null; any other trouble is a `failed` item.
 */
export async function readRepository(
  client: GithubClient,
  providerId: string,
  signal: AbortSignal,
): Promise<InventoryItem | null> {
  const { addressee, patience } = client;
  const ask = (some: readonly NodeName[]) => askById(client, some, signal);
  const reader = { size: createAdaptiveSize(1), pauseMs: patience.retryPauseMs, ask };
  for await (const { item, outcome } of readInPieces([{ id: providerId, name: providerId }], reader, signal)) {
    if (outcome.status === "failed") {
      return outcome.error.code === "not-found" ? null : failedItem(item, outcome.error, addressee);
    }
    return isOwn(outcome.value, addressee.organization) ? outcome.value : null;
  }
  return null;
}

/** Logins are the same in any case; an id stays when its repository is transferred to somebody else. */
function isOwn(item: InventoryItem, organization: string): boolean {
  const owner = item.status === "listed" ? item.repository.owner : item.owner;
  return owner.toLowerCase() === organization.toLowerCase();
}

function keyOf(item: InventoryItem): string {
  return item.status === "listed" ? item.repository.providerId : `failed ${item.name}`;
}

/** Asks for one page, smaller and smaller while it is too heavy; of a single heavy repository, for its name only. */
async function readPage(client: GithubClient, size: AdaptiveSize, place: Place, signal: AbortSignal): Promise<RawPage> {
  for (;;) {
    const first = size.current;
    const answer = await askPage(client, inventoryQuery, first, place, signal);
    if (answer.status === "answered") {
      if (answer.errors.some(isResourceLimit)) size.shrink(first);
      else size.grow(first);
      return answer;
    }
    if (first === 1) return await readNames(client, first, place, signal);
    size.shrink(first);
  }
}

async function readNames(client: GithubClient, first: number, place: Place, signal: AbortSignal): Promise<RawPage> {
  const ask = () => askPage(client, repositoryNamesQuery, first, place, signal);
  return await askSmaller(ask, createAdaptiveSize(1), client.patience.retryPauseMs, signal);
}

async function askPage(client: GithubClient, query: string, first: number, { after }: Place, signal: AbortSignal) {
  const { addressee } = client;
  const subject = `the repositories of ${addressee.organization}`;
  const outcome = await client.query(query, { login: addressee.organization, first, after }, subject, signal);
  if (outcome.status === "too-heavy") return outcome;
  const { data, errors } = outcome;
  if (errors.some(isRefusedCursor)) throw cursorRefused(addressee, subject);
  // Where GitHub does not say which repository is concerned, any empty field may be: such data cannot be used.
  const vague = errors.find((error) => !isRefusal(error) && typeof error.path?.[3] !== "number");
  if (vague !== undefined) {
    return { status: "too-heavy", error: errorOfGraphql(vague, addressee, subject) } as const;
  }
  const field = readOrganizationField(data, errors, "repositories", addressee, subject);
  const page = repositoryPageSchema.safeParse(field);
  if (!page.success) throw notLikeGithub(addressee, page.error);
  const { totalCount, pageInfo, nodes } = page.data;
  return {
    status: "answered",
    total: totalCount,
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    nodes,
    errors,
  } as const;
}

/** Turns the nodes of a page into items, in their order; asks again for those that did not come back whole. */
async function completePage(
  client: GithubClient,
  size: AdaptiveSize,
  raw: RawPage,
  place: Place,
  signal: AbortSignal,
): Promise<readonly InventoryItem[]> {
  const { addressee, patience } = client;
  const names = await nameNodes(client, raw, place, signal);
  const items = new Map<NodeName, InventoryItem>();
  const again: NodeName[] = [];
  for (const [index, name] of names.entries()) {
    const errors = errorsUnder(raw.errors, "organization", "repositories", "nodes", index);
    const outcome = judgeNode(raw.nodes[index], errors, name, addressee);
    if (outcome.status === "value") items.set(name, outcome.value);
    else if (outcome.status === "again" && name.id !== null) again.push(name);
    else items.set(name, failedItem(name, outcome.error, addressee));
  }

  const ask = (some: readonly NodeName[]) => askById(client, some, signal);
  for await (const { item, outcome } of readInPieces(again, { size, pauseMs: patience.retryPauseMs, ask }, signal)) {
    items.set(item, outcome.status === "value" ? outcome.value : failedItem(item, outcome.error, addressee));
  }
  return names.flatMap((name) => items.get(name) ?? []);
}

/** Every node's id and name. Where some node came back empty, its name is asked for, once for the page. */
async function nameNodes(
  client: GithubClient,
  raw: RawPage,
  place: Place,
  signal: AbortSignal,
): Promise<readonly NodeName[]> {
  const named = raw.nodes.map((node) => namedRepositorySchema.safeParse(node).data);
  const light = named.includes(undefined) ? await readNames(client, raw.nodes.length, place, signal) : raw;
  return named.map(
    (name, index) =>
      name ??
      namedRepositorySchema.safeParse(light.nodes[index]).data ?? {
        id: null,
        name: `unnamed-${place.position + index + 1}`,
      },
  );
}

async function askById(
  client: GithubClient,
  names: readonly NodeName[],
  signal: AbortSignal,
): Promise<PieceAnswer<InventoryItem>> {
  const { addressee } = client;
  const ids = names.map(({ id }) => id);
  const subject = names.map(({ name }) => `${addressee.organization}/${name}`).join(", ");
  const outcome = await client.query(repositoriesByIdQuery, { ids }, subject, signal);
  if (outcome.status === "too-heavy") return outcome;
  const answer = nodesSchema.safeParse(outcome.data);
  if (!answer.success) throw notLikeGithub(addressee, answer.error);
  const outcomes = names.map((name, index) =>
    judgeNode(answer.data.nodes[index] ?? null, errorsUnder(outcome.errors, "nodes", index), name, addressee),
  );
  return { status: "answered", outcomes };
}
