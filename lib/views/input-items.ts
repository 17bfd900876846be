import { branchStatus } from "#lib/checks/branch-status.ts";
import type { Check, CheckContext } from "#lib/checks/check.ts";
import { inputAgeDays } from "#lib/checks/input-age.ts";
import { internalFlakes } from "#lib/checks/internal-flakes.ts";
import { nixpkgsBranch } from "#lib/checks/nixpkgs-branch.ts";
import { judgeBranch } from "#lib/checks/nixpkgs-branch-supported/check.ts";
import { pinnedRevision } from "#lib/checks/pinned-revision.ts";
import { inputSubject, repositorySubject } from "#lib/checks/subjects.ts";
import { updatesReachInputs } from "#lib/checks/updates-reach-inputs/check.ts";
import type { FlakeFacts, FlakeRefAttributes, InputFacts } from "#lib/model/flake.ts";
import { instantFromUnixSeconds } from "#lib/model/instant.ts";
import { driftOf, type UpstreamHeads } from "#lib/model/upstream-heads.ts";
import { flakeRefFromAttrs } from "#lib/nix/flake-ref/flake-ref-from-attrs.ts";
import { flakeRefToUrl } from "#lib/nix/flake-ref/flake-ref-to-url.ts";
import { evidenceLink, type RepositoryPlace } from "./repository-links.ts";
import type { BranchItem, InputItem, VerdictItem } from "./repository-parts.ts";

/** InputsContext is what the inputs of a repository are looked at with. */
export interface InputsContext {
  readonly judged: CheckContext & { readonly upstreams: UpstreamHeads };
  readonly place: RepositoryPlace;
  /** The page of a repository of the organization by its name in lower case; null where it has none of that name. */
  readonly hrefOf: (repository: string) => string | null;
}

/** createInputItem looks once at what holds for all inputs of a repository, and then makes the item of each. */
export function createInputItem(context: InputsContext): (flake: FlakeFacts, input: InputFacts) => InputItem {
  const { judged } = context;
  const updates = verdictsOf(updatesReachInputs, judged);
  const { owner } = judged.repository;
  const own = owner === null ? [] : internalFlakes(judged.facts, owner);
  return (flake, input) => {
    const internal = own.find((one) => one.input === input)?.name;
    return {
      ...declared(input),
      ...locked(input, context),
      isPinned: input.ref !== null && pinnedRevision(input.ref) !== undefined,
      internal: internal === undefined ? null : { name: internal, href: context.hrefOf(internal) },
      branch: branchItem(input, judged),
      updates:
        flake.role !== "main" || input.follows !== null
          ? null
          : (updates.get(inputSubject(flake, input)) ?? updates.get(repositorySubject) ?? null),
    };
  };
}

function declared(input: InputFacts) {
  const { name, isImplicit, isFlake, isNixpkgs, follows, versionRange, resolvedVersion } = input;
  const reference = input.declaredUrl ?? referenceUrl(input.ref);
  return { name, isImplicit, isFlake, isNixpkgs, follows, reference, versionRange, resolvedVersion };
}

function locked(input: InputFacts, { judged: { asOf, policy, upstreams }, place }: InputsContext) {
  const ageDays = inputAgeDays(input, asOf);
  const limitDays = input.isNixpkgs ? policy.nixpkgsAgeDaysMax : policy.inputAgeDaysMax;
  const revision = input.locked?.attributes.rev;
  return {
    nodeLabel: input.node.known ? input.node.value : null,
    revision: typeof revision === "string" ? revision : null,
    ageDays,
    lastModifiedAt: input.locked?.lastModified.known ? instantFromUnixSeconds(input.locked.lastModified.value) : null,
    isStale: ageDays.known && ageDays.value > limitDays,
    driftDays: driftOf(input, upstreams),
    evidence: evidenceLink(input.evidence, place),
  };
}

function branchItem(input: InputFacts, { policy }: CheckContext): BranchItem | null {
  if (!input.isNixpkgs || input.follows !== null) return null;
  const branch = nixpkgsBranch(input);
  const name = "name" in branch ? branch.name : null;
  const status = name === null ? undefined : branchStatus(name, policy.branchStatuses);
  return { ...judgeBranch(input, policy), name, status: status ?? null };
}

function verdictsOf(check: Check, context: CheckContext): ReadonlyMap<string, VerdictItem> {
  return new Map(check.evaluate(context).map(({ subject, outcome, summary }) => [subject, { outcome, summary }]));
}

function referenceUrl(ref: FlakeRefAttributes | null): string | null {
  if (ref === null) return null;
  const parsed = flakeRefFromAttrs(Object.entries(ref));
  if (parsed.status === "error") return null;
  const url = flakeRefToUrl(parsed.ref);
  return url.status === "ok" ? url.url : null;
}
