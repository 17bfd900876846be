import type { UpdateAutomationFact, UpdateAutomationKind } from "#lib/model/automation-facts.ts";
import type { FlakeFacts, InputFacts } from "#lib/model/flake.ts";
import { inputSource } from "../input-source.ts";

/** Reach says whether an automation updates an input; null when it cannot be told. */
export type Reach = boolean | null;

/** UpdatableKind is what matters of an input to those that update it. */
export type UpdatableKind = "branch" | "flakehub" | "channel" | "tarball" | "indirect" | "file" | "mercurial" | "other";

/**
 * What each automation can update. `nix flake update`, which most of them run, updates everything; Dependabot and Renovate
 * look for the newest revision themselves, and know branches of forges and channels.
 *
 * Sources: Renovate lib/modules/manager/nix, dependabot-core nix/lib/dependabot/nix/file_parser.rb (2026-08).
 */
const reachOfKind: Readonly<Record<UpdateAutomationKind, Readonly<Record<UpdatableKind, Reach>>>> = {
  "update-flake-lock": everything(),
  "update-flake-inputs": everything(),
  "scheduled-update": everything(),
  "renovate-lock-maintenance": everything(),
  renovate: {
    branch: true,
    flakehub: false,
    channel: true,
    tarball: null,
    indirect: false,
    file: false,
    mercurial: false,
    other: null,
  },
  dependabot: {
    branch: true,
    flakehub: false,
    channel: true,
    tarball: false,
    indirect: true,
    file: false,
    mercurial: false,
    other: null,
  },
};

function everything(): Readonly<Record<UpdatableKind, Reach>> {
  return {
    branch: true,
    flakehub: true,
    channel: true,
    tarball: true,
    indirect: true,
    file: true,
    mercurial: true,
    other: null,
  };
}

// They look for flakes in the whole repository by themselves.
const findsFlakes: ReadonlySet<UpdateAutomationKind> = new Set<UpdateAutomationKind>([
  "update-flake-inputs",
  "renovate",
  "renovate-lock-maintenance",
]);

// Dependabot takes no other name. Source: dependabot-core, nix/lib/dependabot/nix.
const dependabotName = /^[a-zA-Z][a-zA-Z0-9_-]*$/;

/** reachOf says whether one automation updates one input of a flake. */
export function reachOf(automation: UpdateAutomationFact, flake: FlakeFacts, input: InputFacts): Reach {
  const { kind, directories, inputs } = automation;
  if (directories !== null && !directories.includes(flake.directory)) return false;
  if (inputs !== null && !inputs.includes(input.name)) return false;
  if (kind === "dependabot" && !dependabotName.test(input.name)) return false;
  const reach = reachOfKind[kind][updatableKind(input)];
  if (reach !== true) return reach;
  if (directories === null && !findsFlakes.has(kind)) return null;
  // Renovate looks a lock node up by the input's name; where another node has that name it reads the wrong one.
  const isMisnamed = input.node.known && input.node.value !== input.name;
  return kind === "renovate" && isMisnamed ? null : true;
}

/** updatableKind is what an input is to those that update it. */
export function updatableKind(input: InputFacts): UpdatableKind {
  const ref = input.ref ?? input.original;
  if (inputSource(input)?.host === "flakehub") return "flakehub";
  switch (ref?.type) {
    case "github":
    case "gitlab":
    case "sourcehut":
    case "git":
      return "branch";
    case "indirect":
    case "file":
      return ref.type;
    case "hg":
      return "mercurial";
    case "tarball":
      return /^https:\/\/(?:channels\.nixos\.org|nixos\.org\/channels)\//.test(String(ref.url)) ? "channel" : "tarball";
    default:
      return "other";
  }
}
