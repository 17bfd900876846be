import type { Fix } from "#lib/model/fix.ts";
import type { CheckContext, CheckResult } from "../check.ts";
import { nixString } from "../nix-text.ts";
import { findFlake, flakePath } from "../subjects.ts";

/** fix is the line of the description, with the name of the repository to write on from. */
export function fix({ facts, repository }: CheckContext, { subject, outcome }: CheckResult): Fix | null {
  const flake = findFlake(facts, subject);
  if (flake === undefined || outcome !== "fail") return null;
  const name = flake.directory === "." ? (repository.name ?? "This flake") : (flake.directory.split("/").at(-1) ?? "");
  return {
    title: "Say what the flake is",
    language: "nix",
    path: flakePath(flake),
    text: `description = ${nixString(`${name}: what it does, in a sentence`)};`,
    note: "The first line inside the outer braces. `nix flake metadata` and FlakeHub show it.",
  };
}
