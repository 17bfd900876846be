import { inputAgeDays } from "#lib/checks/input-age.ts";
import { nextStage } from "#lib/checks/next-stage.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Finding } from "#lib/model/finding.ts";
import type { Fix } from "#lib/model/fix.ts";
import type { FlakeFacts, FlakeRole, InputFacts } from "#lib/model/flake.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Resource } from "#lib/model/resource.ts";
import type { Stage } from "#lib/model/stage.ts";
import { type FlakeCheckerVerdict, judgeSelection } from "#lib/nix/flake-checker/check-lock.ts";
import type { ReadFolder } from "./read-folder.ts";

/** Analysis is one repository as it was read and judged. */
export interface Analysis extends ReadFolder {
  /** As the caller wrote it. */
  readonly path: string;
  readonly asOf: Instant;
  readonly findings: readonly AnalyzedFinding[];
}

/** AnalyzedFinding is a finding with what mends it here and where one learns how; nothing of both unless it fails. */
export interface AnalyzedFinding extends Finding {
  readonly fix: Fix | null;
  readonly resources: readonly Resource[];
}

/** AnalysisDocument is what `flakeboard analyze --json` prints; its shape is stable, and described in docs/guides/analyze.md. */
export interface AnalysisDocument {
  readonly schemaVersion: 1;
  readonly asOf: string;
  readonly repository: { readonly path: string; readonly commit: string | null; readonly dirty: boolean };
  readonly flakes: readonly FlakeDocument[];
  readonly stage: { readonly reached: readonly Stage[]; readonly next: Stage | null };
  readonly findings: readonly (Pick<Finding, "subject" | "outcome" | "summary" | "evidence"> & {
    readonly check: string;
    readonly fix: Fix | null;
    readonly resources: readonly { readonly title: string; readonly url: string }[];
  })[];
  readonly facts: RepositoryFacts;
}

/** FlakeDocument is one flake of an AnalysisDocument. */
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
}

/** analysisDocument puts an analysis into the form for machines. */
export function analysisDocument({ path, commit, isDirty, asOf, facts, findings }: Analysis): AnalysisDocument {
  const reached = facts.stages.map(({ stage }) => stage);
  return {
    schemaVersion: 1,
    asOf: asOf.replace(".000Z", "Z"),
    repository: { path, commit, dirty: isDirty },
    flakes: facts.flakes.map((flake) => flakeDocument(flake, asOf)),
    stage: { reached, next: nextStage(reached) },
    findings: findings.map(({ checkId, subject, outcome, summary, evidence, fix, resources }) => ({
      check: checkId,
      subject,
      outcome,
      summary,
      evidence,
      fix,
      resources: resources.map(({ title, url }) => ({ title, url })),
    })),
    facts,
  };
}

function flakeDocument(flake: FlakeFacts, asOf: Instant): FlakeDocument {
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
