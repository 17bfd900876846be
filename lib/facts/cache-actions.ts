import type { CacheFact } from "#lib/model/cache-facts.ts";
import { shellCommands } from "./nix-commands.ts";
import { parseStoreUrl } from "./store-url.ts";
import type { Workflow } from "./workflow.ts";
import type { WorkflowStep } from "./workflow-step.ts";

type NamedCache = Pick<CacheFact, "name" | "class" | "source" | "url">;
type Classify = (step: WorkflowStep) => CacheFact["class"];

/** The actions that set up a cache, and who may read it as far as the file can show. */
const cacheActions = new Map<string, Classify>([
  ["determinatesystems/flakehub-cache-action", () => "private"],
  ["determinatesystems/ci/.github/workflows/workflow.yml", () => "private"],
  ["determinatesystems/magic-nix-cache-action", magicNixCacheClass],
  ["nix-community/cache-nix-action", () => "ci-only"],
  ["ryanccn/attic-action", (step) => (step.with.has("token") ? "private" : "ambiguous")],
  ["nixbuild/nixbuild-action", () => "private"],
]);

const cachixAction = "cachix/cachix-action";

/** workflowCaches are the caches that the actions and commands of a workflow set up. Settings of Nix are read apart. */
export function workflowCaches({ steps }: Workflow): readonly CacheFact[] {
  return steps.flatMap((step) => cachesOfStep(step).map((cache) => ({ ...cache, evidence: step.evidence })));
}

/** mayHideCache: an action or a workflow that is not read here, and whose name says that it may set up Nix or a cache. */
export function mayHideCache(step: WorkflowStep): boolean {
  const { uses } = step;
  if (uses === null || cachesOfStep(step).length > 0 || uses.startsWith("./.github/workflows/")) return false;
  if (uses.startsWith("./") || uses.includes("/.github/workflows/")) return /nix|flake|cach|setup/.test(uses);
  const name = uses.slice(uses.indexOf("/"));
  return /nix|attic/.test(name) && /cach|attic/.test(name);
}

function cachesOfStep(step: WorkflowStep): readonly NamedCache[] {
  const { uses } = step;
  if (uses === null) return shellCommands(step.run ?? "").flatMap((words) => commandCache(words) ?? []);
  if (uses === cachixAction) return cachixCaches(step);
  // Some actions have parts: `nix-community/cache-nix-action/restore`.
  const action = cacheActions.has(uses) ? uses : uses.split("/", 2).join("/");
  const classify = cacheActions.get(action);
  return classify === undefined ? [] : [{ name: action, class: classify(step), source: "action", url: null }];
}

/** Cachix needs the same `authToken` for pushing to a public and for pulling from a private cache, so it stays ambiguous. */
function cachixCaches(step: WorkflowStep): readonly NamedCache[] {
  const names = [step.with.get("name"), ...(step.with.get("extraPullNames") ?? "").split(",")]
    .map((name) => name?.trim() ?? "")
    .filter((name) => name !== "" && !isExpression(name));
  const hosts = names.length === 0 ? [cachixAction] : names.map(cachixHost);
  return hosts.map((name) => ({ name, class: "ambiguous", source: "action", url: null }));
}

/** A cache that a command sets up or fills: it is there, and the workflow may not show who may read it. */
function commandCache(words: readonly string[]): NamedCache | undefined {
  const cachix = words.indexOf("cachix");
  if (cachix >= 0) {
    const takesName = ["use", "push", "pin", "watch-store", "watch-exec"].includes(words[cachix + 1] ?? "");
    const name = takesName ? (words[cachix + 2] ?? "") : "";
    return commanded(/^[a-z0-9-]+$/i.test(name) ? cachixHost(name) : "cachix");
  }
  if (words.includes("attic")) return commanded("attic");
  if (!(words.includes("nix") && words.includes("copy") && words.includes("--to"))) return undefined;
  const target = words[words.indexOf("--to") + 1] ?? "";
  if (!target.includes("://") || isExpression(target)) return commanded("nix copy");
  const { name, class: cacheClass, url } = parseStoreUrl(target);
  return { name, class: cacheClass, source: "workflow", url };
}

function commanded(name: string): NamedCache {
  return { name, class: "ambiguous", source: "workflow", url: null };
}

function cachixHost(name: string): string {
  return `${name.toLowerCase()}.cachix.org`;
}

function magicNixCacheClass(step: WorkflowStep): CacheFact["class"] {
  const flakehub = step.with.get("use-flakehub") ?? "";
  if (isExpression(flakehub)) return "ambiguous";
  return ["enabled", "true"].includes(flakehub) ? "private" : "ci-only";
}

function isExpression(text: string): boolean {
  return text.includes("$");
}
