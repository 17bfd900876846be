import type { PolicyField } from "#lib/format/policy-text.ts";

interface PolicyWords {
  readonly title: string;
  /** What it decides, in one sentence. */
  readonly note: string;
}

/** policyWords is how the settings name each field of the policy. */
export const policyWords = {
  nixpkgsAgeDaysMax: {
    title: "Age of Nixpkgs",
    note: "A Nixpkgs input that is older than this is not fresh.",
  },
  inputAgeDaysMax: {
    title: "Age of other inputs",
    note: "Any other direct input that is older than this is not fresh.",
  },
  historyMonths: {
    title: "History",
    note: "How far back the past of the repositories is rebuilt from git.",
  },
  branchStatuses: {
    title: "Nixpkgs branches",
    note: "Where each branch is in its life: rolling, beta, stable, deprecated or unmaintained. What rests on it says the day on which it was read.",
  },
  nixpkgsOwners: {
    title: "Owners of Nixpkgs",
    note: "A Nixpkgs of one of these owners counts as upstream; any other is a fork.",
  },
  helperLibraries: {
    title: "Helper libraries",
    note: "Inputs that only shape outputs, which flakes do well without.",
  },
  unmaintainedHelpers: {
    title: "Unmaintained helpers",
    note: "Helper libraries that nobody maintains any more.",
  },
  publicCaches: {
    title: "Public caches",
    note: "Caches that anybody may read.",
  },
  approvedCaches: {
    title: "Approved caches",
    note: "Caches that are private, or that the organization trusts as such.",
  },
  excludedRepositories: {
    title: "Excluded repositories",
    note: "They are listed, and count in no share. A star stands for any part of a name: *-archive.",
  },
  rolesByPath: {
    title: "Roles of flakes",
    note: "What the flakes of a folder are, where their path does not tell: main, template, example or test. The first line that fits counts.",
  },
  ownership: {
    title: "Ownership",
    note: "Who owns what, where a repository does not say so itself in .github/flakeboard.yml. The first line that fits counts; then come custom properties, CODEOWNERS and team permissions.",
  },
} as const satisfies Record<PolicyField, PolicyWords>;
