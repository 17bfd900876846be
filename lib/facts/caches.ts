import { posix } from "node:path";
import type { CacheClass, CacheFact, CacheFacts } from "#lib/model/cache-facts.ts";
import { known, type Observed, unknown } from "#lib/model/observed.ts";
import { shellCommands } from "./nix-commands.ts";
import { readFlakes } from "./read-flakes.ts";
import type { FactFamily, SnapshotFiles } from "./snapshot-files.ts";
import { substituterClass } from "./substituter-class.ts";
import { isWorkflowPath, type Workflow, type WorkflowStep } from "./workflow.ts";
import { readWorkflows } from "./workflows.ts";

type Classify = (step: WorkflowStep) => CacheClass;

/**
 * cacheActions: the actions that set up a cache, and who may read it as far as the file can show. Cachix needs the
 * same `authToken` for pushing to a public and for pulling from a private cache, so it stays ambiguous.
 */
const cacheActions = new Map<string, Classify>([
  ["determinatesystems/flakehub-cache-action", () => "private"],
  ["determinatesystems/ci/.github/workflows/workflow.yml", () => "private"],
  ["determinatesystems/magic-nix-cache-action", magicNixCacheClass],
  ["cachix/cachix-action", () => "ambiguous"],
  ["nix-community/cache-nix-action", () => "ci-only"],
  ["ryanccn/attic-action", (step) => (step.with.has("token") ? "private" : "ambiguous")],
  ["nixbuild/nixbuild-action", () => "private"],
]);

/**
 * caching observes the caches that workflows set up and that the `nixConfig` of main flakes names. Whether the default
 * public cache is in use besides cannot be seen in a repository, and nothing here says so.
 *
 * Unknown when no private cache was found and one may be where nothing could be read.
 */
export const caching: FactFamily<CacheFacts> = {
  wants: (path) => (isWorkflowPath(path) || posix.basename(path) === "flake.nix" ? "needed" : "none"),

  extract: (files) => ({
    caches: cachesOf(files),
    keys: unknown("not-read"),
    trust: unknown("not-read"),
    replacesDefault: null,
  }),
};

function cachesOf(files: SnapshotFiles): Observed<readonly CacheFact[]> {
  const { workflows, unreadable } = readWorkflows(files);
  const facts = [...workflows.flatMap(cachesOfWorkflow), ...cachesOfFlakes(files)];
  if (facts.some((fact) => fact.class === "private")) return known(facts);
  if (!files.isComplete) return unknown("tree-truncated");
  if (unreadable.length > 0) return unknown("unreadable");
  const isHidden = workflows.some(({ steps }) =>
    steps.some((step) => cacheOfStep(step) === undefined && mayHideCache(step)),
  );
  return isHidden ? unknown("not-read") : known(facts);
}

function cachesOfWorkflow({ path, steps }: Workflow): readonly CacheFact[] {
  return steps.flatMap((step) => {
    const found = cacheOfStep(step);
    return found === undefined ? [] : [{ ...found, url: null, evidence: { path, line: step.line } }];
  });
}

type NamedCache = Pick<CacheFact, "name" | "class" | "source">;

function cacheOfStep(step: WorkflowStep): NamedCache | undefined {
  const { uses } = step;
  // Some actions have parts: `nix-community/cache-nix-action/restore`.
  const action = uses === null ? "" : cacheActions.has(uses) ? uses : uses.split("/", 2).join("/");
  const classify = cacheActions.get(action);
  if (classify !== undefined) {
    const name = step.with.get("name") ?? action;
    return { name: isExpression(name) ? action : name, class: classify(step), source: "action" };
  }
  const byHand = handMadeCache(step);
  return byHand === undefined ? undefined : { name: byHand, class: "ambiguous", source: "workflow" };
}

/** A cache that a command or a setting of Nix sets up: it is there, and the workflow does not show who may read it. */
function handMadeCache(step: WorkflowStep): string | undefined {
  const settings = [...step.with.values()].some((value) => /\bsubstituters?\b|\bpost-build-hook\b/.test(value));
  if (settings) return "a substituter in the workflow";
  for (const words of shellCommands(step.run ?? "")) {
    const tool = words.find((word) => word === "cachix" || word === "attic");
    if (tool !== undefined) return tool;
    if (words.includes("nix") && words.includes("copy") && words.includes("--to")) return "nix copy";
    if (words.some((word) => /substituters?$/.test(word))) return "a substituter in the workflow";
  }
  return undefined;
}

/** An action or a workflow that is not read here, and whose name says that it may set up Nix or a cache. */
function mayHideCache({ uses }: WorkflowStep): boolean {
  if (uses === null || cacheActions.has(uses) || uses.startsWith("./.github/workflows/")) return false;
  if (uses.startsWith("./") || uses.includes("/.github/workflows/")) return /nix|flake|cach|setup/.test(uses);
  const name = uses.slice(uses.indexOf("/"));
  return /nix|attic/.test(name) && /cach|attic/.test(name);
}

function magicNixCacheClass(step: WorkflowStep): CacheClass {
  const flakehub = step.with.get("use-flakehub") ?? "";
  if (isExpression(flakehub)) return "ambiguous";
  return ["enabled", "true"].includes(flakehub) ? "private" : "ci-only";
}

function isExpression(text: string): boolean {
  return text.includes("${{");
}

const substituterSettings: ReadonlySet<string> = new Set([
  "substituters",
  "extra-substituters",
  "trusted-substituters",
  "extra-trusted-substituters",
]);

function cachesOfFlakes(files: SnapshotFiles): readonly CacheFact[] {
  return readFlakes(files).flatMap(({ directory, role, content }) => {
    if (role !== "main" || content.status !== "parsed") return [];
    const path = posix.join(directory, "flake.nix");
    return content.flake.nixConfig.flatMap(({ name, value, line }) => {
      if (!substituterSettings.has(name) || (typeof value !== "string" && !Array.isArray(value))) return [];
      const urls = [value]
        .flat()
        .flatMap((item) => item.split(/\s+/))
        .filter((url) => url !== "");
      return urls.map((url) => ({
        ...substituterClass(url),
        source: "nix-config" as const,
        url: withoutUser(url),
        evidence: { path, line },
      }));
    });
  });
}

/** A URL may carry a user and a password; they are nobody's business. */
function withoutUser(url: string): string {
  return url.replace(/^([a-z0-9+.-]+:\/\/)[^/@]*@/i, "$1");
}
