import { compareWithFlakeChecker } from "#lib/checks/compare-with-flake-checker.ts";
import { inputAgeDays } from "#lib/checks/input-age.ts";
import type { FlakeFacts, FlakeRole, InputFacts } from "#lib/model/flake.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Policy } from "#lib/model/policy.ts";
import { type FlakeCheckerVerdict, judgeSelection } from "#lib/nix/flake-checker/check-lock.ts";

/** FlakeDocument is one flake, as `flakeboard analyze --json` and the API give it; described in docs/guides/analyze.md. */
export interface FlakeDocument {
  readonly dir: string;
  readonly role: FlakeRole;
  readonly parse:
    | { readonly status: "ok" }
    | { readonly status: "error"; readonly message: string; readonly line: number; readonly column: number };
  readonly description: string | null;
  readonly inputs: readonly ReturnType<typeof inputDocument>[];
  readonly nixConfig: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly outputs: { readonly names: readonly string[]; readonly complete: boolean };
  readonly lock:
    | {
        readonly status: "ok";
        readonly version: number;
        readonly nodes: number;
        readonly reachable: number;
        readonly nixpkgsNodes: number;
      }
    | { readonly status: "missing" }
    | { readonly status: "error"; readonly message: string };
  readonly flakeChecker: FlakeCheckerVerdict;
  /** One sentence for each point where Flakeboard says otherwise; empty where it agrees. */
  readonly flakeCheckerDifferences: readonly string[];
}

/** flakeDocument puts the facts of a flake into the form for machines; ages are counted to `asOf`. */
export function flakeDocument(flake: FlakeFacts, policy: Policy, asOf: Instant): FlakeDocument {
  return {
    dir: flake.directory,
    role: flake.role,
    parse: parseDocument(flake.parse),
    description: flake.description,
    inputs: flake.inputs.map((input) => inputDocument(input, asOf)),
    nixConfig: Object.fromEntries(flake.nixConfig.map(({ name, value }) => [name, value])),
    outputs: {
      names: flake.outputs?.kinds.map(({ name }) => name) ?? [],
      complete: flake.outputs?.isComplete ?? false,
    },
    lock: lockDocument(flake.lock),
    flakeChecker: flakeCheckerDocument(flake, asOf),
    flakeCheckerDifferences: compareWithFlakeChecker(flake, policy, asOf)?.differences ?? [],
  };
}

function parseDocument(parse: FlakeFacts["parse"]): FlakeDocument["parse"] {
  // A file whose text could not be had is wrong from its first character on.
  return parse.status === "unread"
    ? { status: "error", message: `flake.nix was not read: ${parse.message}`, line: 1, column: 1 }
    : parse;
}

function inputDocument(input: InputFacts, asOf: Instant) {
  const ageDays = inputAgeDays(input, asOf);
  return {
    name: input.name,
    implicit: input.isImplicit,
    flake: input.isFlake,
    declared: { url: input.declaredUrl, attrs: input.declaredAttributes, follows: input.follows },
    overrides: Object.fromEntries(
      input.overrides.map(({ name, url, follows }) => [
        name,
        { ...(url === null ? {} : { url }), ...(follows === null ? {} : { follows }) },
      ]),
    ),
    ref: input.ref,
    node: input.node.known ? input.node.value : null,
    locked: input.locked?.attributes ?? null,
    ageDays: ageDays.known ? ageDays.value : null,
  };
}

function lockDocument(lock: FlakeFacts["lock"]): FlakeDocument["lock"] {
  if (lock.status === "missing") return { status: "missing" };
  if (lock.status === "unread") return { status: "error", message: `flake.lock was not read: ${lock.message}` };
  if (lock.status === "error") return { status: "error", message: lock.message };
  const reachable = lock.nodes.filter((node) => node.isReachable);
  return {
    status: "ok",
    version: lock.version,
    nodes: lock.nodes.length,
    reachable: reachable.length,
    nixpkgsNodes: reachable.filter((node) => node.isNixpkgs).length,
  };
}

/** As it comes, flake-checker passes over a lock that is not there. */
function flakeCheckerDocument({ flakeChecker, lock }: FlakeFacts, asOf: Instant): FlakeCheckerVerdict {
  if (flakeChecker !== null) return judgeSelection(flakeChecker, asOf);
  if (lock.status === "missing") return { status: "ok", issues: [] };
  return { status: "error", message: "flake.lock could not be read" };
}
