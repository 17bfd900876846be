import type { Fix } from "#lib/model/fix.ts";
import type { CheckContext, CheckResult } from "../check.ts";
import { findInput } from "../direct-inputs.ts";
import { updateCommand } from "../nix-command.ts";
import { pinnedRevision } from "../pinned-revision.ts";

/** fix is the command that updates this one input; none where flake.nix pins it, for no update would move it. */
export function fix({ facts }: CheckContext, { subject, outcome }: CheckResult): Fix | null {
  const found = outcome === "fail" ? findInput(facts, subject) : undefined;
  if (found === undefined || (found.input.ref !== null && pinnedRevision(found.input.ref) !== undefined)) return null;
  const text = updateCommand(found.flake, found.input.name);
  if (text === null) return null;
  const note = "Build and test, then commit flake.lock. Nix before 2.19 writes it as `nix flake lock --update-input`.";
  return { title: `Update ${found.input.name}`, language: "shell", path: null, text, note };
}
