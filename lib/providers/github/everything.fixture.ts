import type { BranchRequest, SourceProvider } from "../source-provider.ts";
import { type Acme, never, readBlobs, readInventory, requestsFor, writeAcme } from "./emulated.fixture.ts";

// GraphQL cuts it, so that it is read through REST.
const long = "é".repeat(300_000);

/** writeFullAcme writes an organization of which every kind of request has something to answer. */
export function writeFullAcme(count: number): Acme {
  const teams = `teams: { web: { repositories: { repository-03: admin } }, all: {} }
repositories: { repository-02: { properties: { team: web } } }
`;
  return writeAcme(count, teams, (index) => ({
    ".github/workflows/ci.yml": `name: ${index}\n`,
    ...(index < 3 ? { "long.txt": `${index}${long}` } : {}),
  }));
}

/** readEverything asks a provider all that it can be asked, once, and gives the answers in an order of their own. */
export async function readEverything(provider: SourceProvider) {
  const organization = await provider.readOrganization(never);
  const items = await readInventory(provider);
  const listed = items.flatMap((item) => (item.status === "listed" ? [item.repository] : []));
  const ids = listed.map(({ providerId }) => providerId);
  const [firstId = ""] = ids;
  const trees = [];
  for (const repository of listed) trees.push(await provider.readTree(repository, never));
  const pasts = listed.map((repository) => ({
    repository,
    paths: ["flake.nix", ".github"],
    since: "2020-01-01T00:00:00.000Z",
  }));
  const branches = listed.map(
    ({ owner, name }): BranchRequest => ({ host: "github.com", owner, name, branch: "main" }),
  );
  return {
    organization,
    items,
    one: await provider.readRepository(firstId, never),
    located: await sorted(provider.locateRepositories(ids, never)),
    trees,
    texts: (await readBlobs(provider, requestsFor(items, "flake.nix", "long.txt"))).map(inWords).toSorted(),
    pasts: await sorted(provider.readHistory(pasts, never)),
    folders: await sorted(provider.readFolders(requestsFor(items, ".github"), never)),
    branches: await sorted(provider.readBranches(branches, never)),
    teams: (await provider.listTeams(never)).map(inWords).toSorted(),
    properties: await provider.listProperties(["team"], never),
  };
}

async function sorted(results: AsyncIterable<unknown>): Promise<readonly string[]> {
  const words: string[] = [];
  for await (const result of results) words.push(inWords(result));
  return words.toSorted();
}

function inWords(value: unknown): string {
  return JSON.stringify(value);
}
