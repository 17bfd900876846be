import type { NonFlakeKind } from "#lib/model/facts.ts";
import { known } from "#lib/model/observed.ts";
import { notesOf, type PracticeCard, type PracticeContext } from "./practice.ts";

const kindNames = {
  "shell.nix": "shell.nix",
  "default.nix": "default.nix",
  niv: "niv",
  npins: "npins",
  devenv: "devenv",
  devbox: "Devbox",
  lorri: "lorri",
  "use-nix": "use nix in .envrc",
} as const satisfies Record<NonFlakeKind, string>;

/** nonFlakeCard is Nix that a repository uses without a flake. */
export function nonFlakeCard({ facts, link }: PracticeContext): PracticeCard {
  const items = facts.nonFlake.map(({ kind, isBridge, evidence }) => ({
    name: kindNames[kind],
    notes: notesOf(isBridge ? "a bridge to the flake" : null),
    evidence: link(evidence),
  }));
  return {
    id: "non-flake",
    title: "Other Nix",
    groups: [{ title: "Nix without a flake", none: "No Nix without a flake.", items: known(items) }],
  };
}
