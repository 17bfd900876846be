import { inputAgeDays } from "#lib/checks/input-age.ts";
import type { FlakeFacts, FlakeRefAttributes, InputFacts } from "#lib/model/flake.ts";
import { type Instant, instantFromUnixSeconds } from "#lib/model/instant.ts";
import type { Policy } from "#lib/model/policy.ts";
import { flakeRefFromAttrs } from "#lib/nix/flake-ref/flake-ref-from-attrs.ts";
import { flakeRefToUrl } from "#lib/nix/flake-ref/flake-ref-to-url.ts";
import { evidenceLink, type RepositoryPlace } from "./repository-links.ts";
import type { FlakeItem, InputItem } from "./repository-parts.ts";

/** flakeItem is one flake as its repository's page shows it. */
export function flakeItem(flake: FlakeFacts, asOf: Instant, policy: Policy, place: RepositoryPlace): FlakeItem {
  const { directory, role, parse, description } = flake;
  return {
    directory,
    role,
    parse,
    description,
    lock: lockItem(flake),
    outputs:
      flake.outputs === null
        ? null
        : { names: flake.outputs.kinds.map(({ name }) => name), isComplete: flake.outputs.isComplete },
    inputs: flake.inputs.map((input) => inputItem(input, asOf, policy, place)),
  };
}

function lockItem({ lock }: FlakeFacts): FlakeItem["lock"] {
  if (lock.status !== "ok") return lock;
  const reachable = lock.nodes.filter((node) => node.isReachable);
  return {
    status: "ok",
    version: lock.version,
    nodes: lock.nodes.length,
    reachable: reachable.length,
    nixpkgsNodes: reachable.filter((node) => node.isNixpkgs).length,
  };
}

function inputItem(input: InputFacts, asOf: Instant, policy: Policy, place: RepositoryPlace): InputItem {
  const { name, isImplicit, isFlake, isNixpkgs, follows, locked } = input;
  const ageDays = inputAgeDays(input, asOf);
  const limitDays = isNixpkgs ? policy.nixpkgsAgeDaysMax : policy.inputAgeDaysMax;
  const revision = locked?.attributes.rev;
  return {
    name,
    isImplicit,
    isFlake,
    isNixpkgs,
    reference: input.declaredUrl ?? referenceUrl(input.ref),
    follows,
    nodeLabel: input.node.known ? input.node.value : null,
    revision: typeof revision === "string" ? revision : null,
    ageDays,
    lastModifiedAt: locked?.lastModified.known ? instantFromUnixSeconds(locked.lastModified.value) : null,
    isStale: ageDays.known && ageDays.value > limitDays,
    evidence: evidenceLink(input.evidence, place),
  };
}

function referenceUrl(ref: FlakeRefAttributes | null): string | null {
  if (ref === null) return null;
  const parsed = flakeRefFromAttrs(Object.entries(ref));
  if (parsed.status === "error") return null;
  const url = flakeRefToUrl(parsed.ref);
  return url.status === "ok" ? url.url : null;
}
