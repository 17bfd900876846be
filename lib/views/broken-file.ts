import type { RepositoryState } from "./organization-state.ts";

/** BrokenFile is a file that Nix refuses, with the check that says so. */
export interface BrokenFile {
  readonly checkId: string;
  readonly file: "flake.nix" | "flake.lock";
}

const brokenFiles: readonly BrokenFile[] = [
  { checkId: "flake-valid", file: "flake.nix" },
  { checkId: "lock-valid", file: "flake.lock" },
];

/** brokenFileOf is the file of a repository that Nix refuses; undefined when there is none, or the fail is waived. */
export function brokenFileOf({ findings }: RepositoryState): BrokenFile | undefined {
  return brokenFiles.find(({ checkId }) =>
    findings.some((one) => one.checkId === checkId && one.outcome === "fail" && !one.isWaived),
  );
}
