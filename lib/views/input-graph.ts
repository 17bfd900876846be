import { authorizeRead } from "#lib/access/authorize.ts";
import { formatCount } from "#lib/format/format.ts";
import type { FlakeFacts } from "#lib/model/flake.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Policy } from "#lib/model/policy.ts";
import { findOrganization } from "#lib/store/organizations.ts";
import { findPolicy } from "#lib/store/policies.ts";
import { findRepositoryFacts } from "#lib/store/repository-facts.ts";
import type { GraphPicture } from "./graph-picture.ts";
import { graphHref } from "./hrefs.ts";
import { foldTree } from "./input-graph/fold-tree.ts";
import { type GraphRow, graphRows } from "./input-graph/graph-rows.ts";
import { inputPicture } from "./input-graph/input-picture.ts";
import { inputTree } from "./input-graph/input-tree.ts";
import { lockOfFacts, rootLabel } from "./input-graph/lock-of-facts.ts";
import type { ReadContext } from "./read-context.ts";

// A screen or two of boxes; beyond that, what an input brings in is folded until it is asked for.
const boxesAtFirst = 60;
// No real lock comes near; the boxes of a hostile one would be a page that no browser paints.
const boxesMax = 2_000;

/** InputGraph is the inputs of one flake as a picture and as rows. */
export interface InputGraph {
  readonly directory: string;
  readonly title: string;
  readonly sentence: string;
  readonly picture: GraphPicture;
  /** Nodes that the picture hides. */
  readonly hidden: number;
  readonly hrefs: { readonly full: string; readonly everything: string; readonly folded: string };
}

/** InputGraphView is the page of a flake's inputs. */
export interface InputGraphView {
  readonly repository: string;
  /** All flakes of the repository whose lock holds something. */
  readonly flakes: readonly { readonly title: string; readonly href: string; readonly isShown: boolean }[];
  /** Null when no flake of the repository has a lock that could be read. */
  readonly graph: InputGraph | null;
  readonly rows: readonly GraphRow[];
}

/** GraphQuestion is which flake is shown, and what of it is open. */
export interface GraphQuestion {
  /** Null is the first main flake. */
  readonly directory: string | null;
  /** Names of inputs, or "all". */
  readonly open: readonly string[] | "all";
}

/** readInputGraph is the inputs of a flake as a picture; null when there is no such organization or repository. */
export async function readInputGraph(
  context: ReadContext,
  slug: string,
  repository: string,
  question: GraphQuestion,
): Promise<InputGraphView | null> {
  authorizeRead(context.actor);
  const organization = await findOrganization(context.database, slug);
  if (organization === null) return null;
  const stored = await findRepositoryFacts(context.database, organization.id, repository);
  if (stored === null) return null;
  const { policy } = await findPolicy(context.database, organization.id);
  const flakes = lockedFlakes(stored.facts?.flakes ?? []);
  const flake = flakes.find(({ directory }) => directory === question.directory) ?? flakes[0];
  const place = { slug, repository, policy, asOf: context.asOf };
  const drawn = flake === undefined ? null : drawGraph(flake, question.open, place);
  return {
    repository,
    flakes: flakes.map(({ directory }) => ({
      title: titleOf(directory),
      href: graphHref(slug, repository, { flake: directory }),
      isShown: directory === flake?.directory,
    })),
    graph: drawn?.graph ?? null,
    rows: drawn?.rows ?? [],
  };
}

/** inputGraphOf is the first main flake of a repository as a picture, for the repository's page; null without a lock. */
export function inputGraphOf(
  flakes: readonly FlakeFacts[],
  place: { readonly slug: string; readonly repository: string; readonly policy: Policy; readonly asOf: Instant },
): InputGraph | null {
  const [flake] = lockedFlakes(flakes);
  return flake === undefined ? null : drawGraph(flake, [], place).graph;
}

/** Main flakes first. */
function lockedFlakes(flakes: readonly FlakeFacts[]): readonly FlakeFacts[] {
  const locked = flakes.filter(({ lock }) => lock.status === "ok" && lock.nodes.length > 0);
  return locked.toSorted((one, other) => Number(other.role === "main") - Number(one.role === "main"));
}

function titleOf(directory: string): string {
  return directory === "." ? "flake.nix" : `${directory}/flake.nix`;
}

// The layout takes about 3 ms at 400 nodes, less than looking it up would; nothing is kept.
function drawGraph(
  flake: FlakeFacts,
  open: GraphQuestion["open"],
  { slug, repository, policy, asOf }: Parameters<typeof inputGraphOf>[1],
): { readonly graph: InputGraph; readonly rows: readonly GraphRow[] } {
  const tree = inputTree(lockOfFacts(flake));
  const rows = graphRows(flake, tree, { policy, asOf });
  const opened = open === "all" ? [] : rows.filter(({ isDirect, name }) => isDirect && open.includes(name));
  const nodesMax = open === "all" ? boxesMax : boxesAtFirst;
  const folded = foldTree(tree, rootLabel, { open: new Set(opened.map(({ label }) => label)), nodesMax });
  const href = (names: readonly string[] | "all") =>
    graphHref(slug, repository, { flake: flake.directory, open: names === "all" ? "all" : names.join(",") });
  const unfoldHref = (name: string) => href([...opened.map((row) => row.name), name]);
  const title = flake.directory === "." ? repository : flake.directory;
  const picture = inputPicture(tree, rows, folded, { slug, root: rootLabel, title, unfoldHref });
  return {
    rows,
    graph: {
      directory: flake.directory,
      title: titleOf(flake.directory),
      sentence: sentenceOf(rows),
      picture,
      hidden: rows.length + 1 - picture.nodes.length,
      hrefs: { full: href([]), everything: href("all"), folded: href([]) },
    },
  };
}

function sentenceOf(rows: readonly GraphRow[]): string {
  const direct = rows.filter(({ isDirect }) => isDirect).length;
  const nixpkgs = rows.filter(({ isNixpkgs }) => isNixpkgs).length;
  const old = rows.filter(({ isBeyondLimit }) => isBeyondLimit).length;
  const inputs = formatCount(direct, "direct input brings", "direct inputs bring");
  const parts = [
    `${inputs} the lock to ${formatCount(rows.length, "node", "nodes")}`,
    nixpkgs > 1 ? `${nixpkgs} of them are Nixpkgs` : null,
    old > 0 ? `${old} ${old === 1 ? "is" : "are"} beyond the limit of age` : null,
  ].filter((part) => part !== null);
  return `${parts.join("; ")}.`;
}
