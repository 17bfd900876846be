import { GraphQLError } from "graphql";
import { pageOf } from "./connection.ts";
import type { FolderRepository, Organization } from "./folder.ts";
import { GitFailed } from "./git.ts";
import { committedDateOf, listHistory } from "./git-history.ts";
import type { GitObject, GitRepository, Head, ListedEntry } from "./git-repository.ts";
import { countLanguages } from "./languages.ts";

// Objects whose properties, and functions of the arguments, are the fields of GitHub's types. A field that is not here
// is refused by resolve-field.ts, so that no query is answered with an accidental null.

type Arguments = Readonly<Record<string, unknown>>;

// Where GitHub cuts the text of a blob, telling it in `isTruncated` only.
const textBytesMax = 512_000;

/** A global id, made as GitHub made them once: base64 of the type and a name. */
function nodeId(type: string, name: string): string {
  return Buffer.from(`${type}:${name}`).toString("base64");
}

/** queryRoot is the Query type over one organization. */
export function queryRoot(organization: Organization, rateLimit: unknown) {
  const node = ({ id }: Arguments) => findNode(organization, String(id));
  return {
    rateLimit: () => rateLimit,
    viewer: () => ({ __typename: "User", login: "emulated" }),
    organization: ({ login }: Arguments) => {
      if (isSame(login, organization.login)) return organizationObject(organization);
      throw notFound(`Could not resolve to an Organization with the login of '${login}'.`);
    },
    repository: ({ owner, name }: Arguments) => {
      const found = isSame(owner, organization.login) ? findRepository(organization, String(name)) : undefined;
      if (found !== undefined) return repositoryObject(organization, found);
      throw notFound(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
    },
    node,
    nodes: ({ ids }: Arguments) =>
      (Array.isArray(ids) ? ids : [ids]).map((id) => {
        try {
          return node({ id });
        } catch (error) {
          // graphql takes an Error for a null with an error at its place.
          return error;
        }
      }),
  };
}

function findNode(organization: Organization, id: string) {
  const [type, name = ""] = Buffer.from(id, "base64").toString("utf8").split(/:(.*)/s);
  const repository = type === "Repository" ? findById(organization, name) : undefined;
  if (repository !== undefined) return repositoryObject(organization, repository);
  if (type === "Team" && Object.hasOwn(organization.teams, name)) return teamObject(organization, name);
  if (type === "Organization" && isSame(name, organization.login)) return organizationObject(organization);
  throw notFound(`Could not resolve to a node with the global id of '${id}'`);
}

function findById({ repositories }: Organization, id: string): FolderRepository | undefined {
  return [...repositories.values()].find(({ name, facts }) => (facts.id ?? name) === id);
}

function findRepository(organization: Organization, name: string): FolderRepository | undefined {
  const exact = organization.repositories.get(name);
  return exact ?? [...organization.repositories.values()].find((repository) => isSame(repository.name, name));
}

function organizationObject(organization: Organization) {
  const { login, name } = organization;
  return {
    __typename: "Organization",
    id: nodeId("Organization", login),
    login,
    name,
    url: `https://github.com/${login}`,
    description: null,
    repositories: async (args: Arguments) => {
      const sorted = await sortRepositories(organization, args.orderBy);
      const toEdge = (repository: FolderRepository) => ({ node: repositoryObject(organization, repository) });
      return pageOf(sorted, toEdge, args, ["orderBy", "ownerAffiliations"]);
    },
    teams: (args: Arguments) => {
      const slugs = Object.keys(organization.teams)
        .filter((slug) => args.rootTeamsOnly !== true || organization.teams[slug]?.parent === null)
        .sort();
      const toEdge = (slug: string) => ({ node: teamObject(organization, slug) });
      return pageOf(slugs, toEdge, args, ["orderBy", "rootTeamsOnly"]);
    },
  };
}

// An inventory asks for page after page of the same organization in the same order.
const sortings = new WeakMap<Organization, Map<string, Promise<readonly FolderRepository[]>>>();

function sortRepositories(organization: Organization, orderBy: unknown): Promise<readonly FolderRepository[]> {
  const { field, direction } = { field: "NAME", direction: "ASC", ...(orderBy === null ? {} : Object(orderBy)) };
  if (field !== "NAME" && field !== "CREATED_AT") throw new GraphQLError(`The emulator does not order by ${field}.`);
  const own = [...organization.repositories.values()].filter(({ facts }) => facts.owner === undefined);
  const known = sortings.get(organization) ?? new Map<string, Promise<readonly FolderRepository[]>>();
  sortings.set(organization, known);
  const key = `${field} ${direction}`;
  const sorting = known.get(key) ?? sortBy(own, field, direction === "DESC");
  known.set(key, sorting);
  return sorting;
}

async function sortBy(
  repositories: readonly FolderRepository[],
  field: "NAME" | "CREATED_AT",
  isDescending: boolean,
): Promise<readonly FolderRepository[]> {
  const keyed = await Promise.all(
    repositories.map(async (repository) => ({
      repository,
      key: field === "NAME" ? repository.name : await createdAtOf(repository),
    })),
  );
  const ascending = keyed.sort((a, b) => compare(a.key, b.key) || compare(a.repository.name, b.repository.name));
  return (isDescending ? ascending.reverse() : ascending).map(({ repository }) => repository);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** An empty repository without a date in `teams.yml` was created when the emulator was: the schema demands a date. */
async function createdAtOf({ facts, git }: FolderRepository): Promise<string> {
  return facts.createdAt ?? (await git.readCreatedAt()) ?? "2020-01-01T00:00:00Z";
}

function repositoryObject(organization: Organization, repository: FolderRepository) {
  const { name, facts, git } = repository;
  const login = facts.owner ?? organization.login;
  const head = once(() => readable(git.readHead()));
  const listing = async () => {
    const at = await head();
    return at === null ? [] : await git.listCommit(at.oid);
  };
  return {
    __typename: "Repository",
    id: nodeId("Repository", facts.id ?? name),
    name,
    nameWithOwner: `${login}/${name}`,
    owner: () => ({ __typename: "Organization", login, id: nodeId("Organization", login) }),
    url: `https://github.com/${login}/${name}`,
    description: facts.description,
    visibility: facts.visibility.toUpperCase(),
    isPrivate: facts.visibility !== "public",
    isFork: facts.fork,
    isArchived: facts.archivedAt !== null,
    isEmpty: async () => (await head()) === null,
    archivedAt: facts.archivedAt,
    createdAt: () => createdAtOf(repository),
    // git keeps no record of pushes; the head was there by its date.
    pushedAt: async () => (await head())?.committedDate ?? null,
    defaultBranchRef: async () => {
      const at = await head();
      return at === null ? null : { __typename: "Ref", name: at.branch, target: commitObject(git, at, listAll) };
    },
    languages: async (args: Arguments) => {
      const counted = countLanguages(await listing());
      return pageOf(counted, (language) => ({ size: language.size, node: { name: language.name } }), args, ["orderBy"]);
    },
    repositoryTopics: (args: Arguments) => pageOf(facts.topics, (name) => ({ node: { topic: { name } } }), args),
    object: async ({ oid, expression }: Arguments) => {
      const wanted = typeof oid === "string" ? oid : String(expression);
      const found = await readable(git.readObject(wanted));
      return found === null ? null : gitObject(git, found);
    },
  };
}

/** Of a head every path is kept, since inventories ask for it again and again; of a commit of the past only the root. */
type ListCommit = (git: GitRepository, oid: string) => Promise<readonly ListedEntry[]>;
const listAll: ListCommit = (git, oid) => git.listCommit(oid);
const listRoot: ListCommit = (git, oid) => git.listTree(oid, false);

function commitObject(
  git: GitRepository,
  { oid, committedDate }: Pick<Head, "oid" | "committedDate">,
  list: ListCommit,
) {
  return {
    __typename: "Commit",
    oid,
    committedDate,
    tree: () =>
      treeObject(
        async () => (await git.readObject(`${oid}^{tree}`))?.oid,
        () => list(git, oid),
      ),
    history: async (args: Arguments) => {
      const commits = await readable(listHistory(git, oid, args));
      return pageOf(commits, (commit) => ({ node: commitObject(git, commit, listRoot) }), args, ["path", "since"]);
    },
    file: async ({ path }: Arguments) => {
      const entry = (await git.listCommit(oid)).find((it) => it.path === path);
      return entry === undefined ? null : entryObject(entry);
    },
  };
}

function treeObject(oid: () => Promise<unknown>, list: () => Promise<readonly ListedEntry[]>) {
  return {
    __typename: "Tree",
    oid,
    entries: async () => (await readable(list())).filter(({ path }) => !path.includes("/")).map(entryObject),
  };
}

function entryObject({ path, mode, type, oid, size }: ListedEntry) {
  return {
    __typename: "TreeEntry",
    name: path.slice(path.lastIndexOf("/") + 1),
    path,
    // GitHub writes the number itself, 33188 for 100644.
    mode: Number.parseInt(mode, 8),
    type,
    oid,
    size: size ?? 0,
  };
}

function gitObject(git: GitRepository, { oid, type, bytes }: GitObject) {
  if (type === "tree") {
    return treeObject(
      async () => oid,
      () => git.listTree(oid, false),
    );
  }
  if (type === "commit") return commitObject(git, { oid, committedDate: committedDateOf(bytes) }, listRoot);
  if (type !== "blob") return { __typename: "Tag", oid };
  const isBinary = bytes.subarray(0, 8000).includes(0);
  const isTruncated = bytes.length > textBytesMax;
  const text = isBinary ? null : bytes.subarray(0, textBytesMax).toString("utf8");
  // The encoding of what is no UTF-8 cannot be determined; GitHub then says null for both.
  const isUnknown = text?.includes("\uFFFD") === true && !isTruncated && !Buffer.from(text).equals(bytes);
  return {
    __typename: "Blob",
    oid,
    byteSize: bytes.length,
    isBinary: isUnknown ? null : isBinary,
    isTruncated,
    text: isUnknown ? null : text,
  };
}

function teamObject(organization: Organization, slug: string) {
  const team = organization.teams[slug];
  if (team === undefined) throw notFound(`Could not resolve to a Team with the slug of '${slug}'.`);
  const { parent } = team;
  return {
    __typename: "Team",
    id: nodeId("Team", slug),
    slug,
    name: team.name ?? slug,
    combinedSlug: `${organization.login}/${slug}`,
    description: team.description,
    parentTeam: () => (parent === null ? null : teamObject(organization, parent)),
    repositories: (args: Arguments) => {
      const granted = Object.entries(team.repositories).flatMap(([name, permission]) => {
        const repository = organization.repositories.get(name);
        return repository === undefined ? [] : [{ permission: permission.toUpperCase(), repository }];
      });
      const toEdge = ({ permission, repository }: (typeof granted)[number]) => ({
        permission,
        node: repositoryObject(organization, repository),
      });
      return pageOf(granted, toEdge, args);
    },
  };
}

/** A damaged repository is an internal error of GitHub at the place that needs it. */
async function readable<Value>(reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
    throw new GraphQLError("Something went wrong while executing your query. Please include `EMUL:1` when reporting.");
  }
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function isSame(a: unknown, b: string): boolean {
  return String(a).toLowerCase() === b.toLowerCase();
}

function notFound(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type: "NOT_FOUND" } });
}
