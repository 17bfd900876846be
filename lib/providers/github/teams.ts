import type { Team, TeamPermission } from "#lib/model/team.ts";
import { askSmaller, type TooHeavy } from "./ask-smaller.ts";
import type { GithubClient } from "./client.ts";
import { notLikeGithub, notUnderstood } from "./failure-words.ts";
import { type Addressee, errorOfGraphql } from "./failures.ts";
import { readOrganizationField } from "./organization.ts";
import { type AdaptiveSize, createAdaptiveSize } from "./paging.ts";
import { type Outcome, outcomeOfError, type PieceAnswer, readInPieces } from "./read-in-pieces.ts";
import { errorsUnder, type GraphqlError, isRefusal, nodeSchema, nodesSchema } from "./wire/answer.ts";
import {
  moreTeamRepositoriesQuery,
  teamPageSchema,
  teamRepositoriesQuery,
  teamRepositoriesSchema,
  teamsQuery,
  type WireTeam,
  type WireTeamRepositories,
} from "./wire/team.ts";

/** TeamSizes are the sizes that worked, remembered from one reading to the next. */
export interface TeamSizes {
  /** Teams without their repositories. */
  readonly page: AdaptiveSize;
  /** Teams with the first of their repositories. */
  readonly detailed: AdaptiveSize;
  /** Repositories of one team. */
  readonly repositories: AdaptiveSize;
}

/** createTeamSizes starts where GitHub is known to answer (reference: call budget). */
export function createTeamSizes(): TeamSizes {
  return { page: createAdaptiveSize(100), detailed: createAdaptiveSize(25), repositories: createAdaptiveSize(50, 100) };
}

/**
 * listTeams gives every team of the organization that the token can see, with all repositories it may touch.
 * The teams come first and their repositories after, so that one team with thousands of them holds up no other.
 *
 * @throws AppError `forbidden` when the token may not read teams. One team that cannot be read fails the list: without
 *   it, ownership would silently be wrong.
 */
export async function listTeams(client: GithubClient, sizes: TeamSizes, signal: AbortSignal): Promise<readonly Team[]> {
  const bare = await listBareTeams(client, sizes.page, signal);
  const reader = {
    size: sizes.detailed,
    pauseMs: client.patience.retryPauseMs,
    ask: (some: readonly WireTeam[]) => askFirstRepositories(client, some, sizes.repositories, signal),
  };
  const teams: Team[] = [];
  for await (const { item, outcome } of readInPieces(bare, reader, signal)) {
    if (outcome.status === "failed") throw outcome.error;
    teams.push(teamOf(item, await readMoreRepositories(client, item, outcome.value, sizes.repositories, signal)));
  }
  return teams;
}

async function listBareTeams(
  client: GithubClient,
  size: AdaptiveSize,
  signal: AbortSignal,
): Promise<readonly WireTeam[]> {
  const teams = new Map<string, WireTeam>();
  for (let after: string | null = null; ; ) {
    const ask = (first: number) => askTeamPage(client, first, after, signal);
    const { page } = await askSmaller(ask, size, client.patience.retryPauseMs, signal);
    for (const team of page.nodes) teams.set(team.id, team);
    if (!page.pageInfo.hasNextPage) return [...teams.values()];
    after = page.pageInfo.endCursor;
  }
}

async function askTeamPage(client: GithubClient, first: number, after: string | null, signal: AbortSignal) {
  const { addressee } = client;
  const subject = `the teams of ${addressee.organization}`;
  const outcome = await client.query(teamsQuery, { login: addressee.organization, first, after }, subject, signal);
  if (outcome.status === "too-heavy") return outcome;
  const heavy = tooHeavy(outcome.errors, addressee, subject);
  if (heavy !== undefined) return heavy;
  const field = readOrganizationField(outcome.data, outcome.errors, "teams", addressee, subject);
  const refusal = outcome.errors.find(isRefusal);
  if (refusal !== undefined) throw errorOfGraphql(refusal, addressee, subject);
  const page = teamPageSchema.safeParse(field);
  if (!page.success) throw notLikeGithub(addressee, page.error);
  return { status: "answered", page: page.data } as const;
}

/** A page of teams is small: when part of it is missing, it is asked again as a whole, but smaller. */
function tooHeavy(errors: readonly GraphqlError[], addressee: Addressee, subject: string): TooHeavy | undefined {
  const trouble = errors.find((error) => !isRefusal(error));
  return trouble && { status: "too-heavy", error: errorOfGraphql(trouble, addressee, subject) };
}

async function askFirstRepositories(
  client: GithubClient,
  teams: readonly WireTeam[],
  size: AdaptiveSize,
  signal: AbortSignal,
): Promise<PieceAnswer<WireTeamRepositories>> {
  const { addressee } = client;
  const ids = teams.map(({ id }) => id);
  const subject = `the repositories of the teams of ${addressee.organization}`;
  const ask = (first: number) => client.query(teamRepositoriesQuery, { ids, first }, subject, signal);
  const askWhole = async (first: number) => {
    const outcome = await ask(first);
    return outcome.status === "too-heavy" ? outcome : (tooHeavy(outcome.errors, addressee, subject) ?? outcome);
  };
  // A single team that is too heavy is so for its repositories: fewer of them may do.
  const isSingle = teams.length === 1;
  const outcome = isSingle
    ? await askSmaller(askWhole, size, client.patience.retryPauseMs, signal)
    : await ask(size.current);
  if (outcome.status === "too-heavy") return outcome;
  const answer = nodesSchema.safeParse(outcome.data);
  if (!answer.success) throw notLikeGithub(addressee, answer.error);
  const outcomes = teams.map((team, index) =>
    judgeRepositories(answer.data.nodes[index], errorsUnder(outcome.errors, "nodes", index), team, addressee),
  );
  return { status: "answered", outcomes };
}

function judgeRepositories(
  node: unknown,
  errors: readonly GraphqlError[],
  { slug }: WireTeam,
  addressee: Addressee,
): Outcome<WireTeamRepositories> {
  const subject = `the repositories of the team ${addressee.organization}/${slug}`;
  const trouble = errors.find(isRefusal) ?? errors[0];
  if (trouble !== undefined) {
    return outcomeOfError(trouble, errorOfGraphql(trouble, addressee, subject));
  }
  const parsed = teamRepositoriesSchema.safeParse(node);
  if (parsed.success) return { status: "value", value: parsed.data.repositories };
  return { status: "failed", error: notUnderstood(addressee, subject) };
}

async function readMoreRepositories(
  client: GithubClient,
  team: WireTeam,
  firstPage: WireTeamRepositories,
  size: AdaptiveSize,
  signal: AbortSignal,
): Promise<WireTeamRepositories["edges"]> {
  const { addressee, patience } = client;
  const subject = `the repositories of the team ${addressee.organization}/${team.slug}`;
  const edges = [...firstPage.edges];
  for (let { pageInfo } = firstPage; pageInfo.hasNextPage && pageInfo.endCursor !== null; ) {
    const after: string = pageInfo.endCursor;
    const ask = async (first: number) => {
      const outcome = await client.query(moreTeamRepositoriesQuery, { id: team.id, first, after }, subject, signal);
      if (outcome.status === "too-heavy") return outcome;
      return tooHeavy(outcome.errors, addressee, subject) ?? outcome;
    };
    const { data, errors } = await askSmaller(ask, size, patience.retryPauseMs, signal);
    const node = nodeSchema.safeParse(data).data?.node;
    const page = judgeRepositories(node, errors, team, addressee);
    if (page.status !== "value") throw page.error;
    edges.push(...page.value.edges);
    pageInfo = page.value.pageInfo;
  }
  return edges;
}

function teamOf(team: WireTeam, edges: WireTeamRepositories["edges"]): Team {
  return {
    providerId: team.id,
    slug: team.slug,
    name: team.name,
    description: team.description === "" ? null : team.description,
    parentSlug: team.parentTeam?.slug ?? null,
    repositories: edges.map(({ permission, node }) => ({
      providerId: node.id,
      permission: permissionByWire[permission],
    })),
  };
}

const permissionByWire = {
  ADMIN: "admin",
  MAINTAIN: "maintain",
  WRITE: "write",
  TRIAGE: "triage",
  READ: "read",
} as const satisfies Record<WireTeamRepositories["edges"][number]["permission"], TeamPermission>;
