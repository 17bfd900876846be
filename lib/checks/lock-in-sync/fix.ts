import type { Fix } from "#lib/model/fix.ts";
import type { CheckContext, CheckResult } from "../check.ts";
import { lockCommand } from "../nix-command.ts";
import { findFlake } from "../subjects.ts";

/** fix is the command that brings the lock in line, and leaves every input alone that has not changed. */
export function fix({ facts }: CheckContext, { subject, outcome }: CheckResult): Fix | null {
  const flake = findFlake(facts, subject);
  const text = flake === undefined || outcome !== "fail" ? null : lockCommand(flake);
  if (text === null) return null;
  const title = "Lock what flake.nix declares";
  return { title, language: "shell", path: null, text, note: "Inputs that have not changed stay as they are." };
}
