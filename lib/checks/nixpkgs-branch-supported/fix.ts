import type { Fix } from "#lib/model/fix.ts";
import type { InputFacts } from "#lib/model/flake.ts";
import type { Policy } from "#lib/model/policy.ts";
import { supportedSuccessor } from "../branch-status.ts";
import type { CheckContext, CheckResult } from "../check.ts";
import { type DirectInput, findInput } from "../direct-inputs.ts";
import { updateCommand } from "../nix-command.ts";
import { nixInputUrl } from "../nix-text.ts";
import { nixpkgsBranch } from "../nixpkgs-branch.ts";
import { flakePath } from "../subjects.ts";

/**
 * fix is the same reference with the newest stable branch of its kind; an update, where only the lock holds the old
 * one. None for an input that has the release in its name: that is the one that somebody wants.
 */
export function fix({ facts, policy }: CheckContext, { subject, outcome }: CheckResult): Fix | null {
  const found = outcome === "fail" ? findInput(facts, subject) : undefined;
  if (found === undefined) return null;
  const branch = nixpkgsBranch(found.input);
  if (branch.kind === "locked") return updateFix(found);
  if (branch.kind !== "branch" || namesRelease(found.input.name, branch.name)) return null;
  const successor = supportedSuccessor(branch.name, policy.branchStatuses);
  return successor === undefined ? null : moveFix(found, movedUrl(found.input, successor), policy);
}

function updateFix({ flake, input }: DirectInput): Fix | null {
  const text = updateCommand(flake, input.name);
  const title = `Update ${input.name} to a release that is maintained`;
  return text === null ? null : { title, language: "shell", path: null, text, note: "flake.nix allows it already." };
}

function moveFix({ flake, input }: DirectInput, url: string, policy: Policy): Fix {
  return {
    title: `Move ${input.name} to a branch that is maintained`,
    language: "nix",
    path: flakePath(flake),
    text: nixInputUrl(input.name, url),
    note: `In place of the URL that stands there; then lock anew and build. Branches as of ${policy.branchStatuses.asOf}.`,
  };
}

function namesRelease(input: string, branch: string): boolean {
  const digits = /(\d\d)\.(\d\d)/.exec(branch);
  return digits !== null && new RegExp(`${digits[1]}[.-]?${digits[2]}`).test(input);
}

function movedUrl({ versionRange, declaredUrl }: InputFacts, successor: string): string {
  const release = /\d\d\.\d\d/.exec(successor)?.[0] ?? "";
  if (versionRange !== null) return `https://flakehub.com/f/NixOS/nixpkgs/0.${release.replace(".", "")}`;
  return declaredUrl?.startsWith("https://channels.nixos.org/")
    ? `https://channels.nixos.org/${successor}/nixexprs.tar.xz`
    : `github:NixOS/nixpkgs/${successor}`;
}
