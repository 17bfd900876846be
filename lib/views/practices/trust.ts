import type { TrustSettingKind } from "#lib/model/cache-facts.ts";
import { known, unknown } from "#lib/model/observed.ts";
import { notesOf, type PracticeCard, type PracticeContext } from "./practice.ts";

const kindWords = {
  "accept-flake-config": "Flake configuration is accepted unasked",
  "trusted-users": "Users are trusted like root",
  "sandbox-off": "The sandbox is off",
  "signatures-off": "Signatures are not asked for",
  "insecure-substituter": "A cache is asked without encryption",
  "import-from-derivation": "Evaluation may build",
} as const satisfies Record<TrustSettingKind, string>;

/** trustCard is every setting of a repository that widens whom Nix trusts, or what a build may do. */
export function trustCard({ facts: { caching }, link }: PracticeContext): PracticeCard {
  const items = caching.trust.map(({ kind, value, evidence }) => ({
    name: kindWords[kind],
    notes: notesOf(value ?? "computed"),
    evidence: link(evidence),
  }));
  return {
    id: "trust",
    title: "Trust",
    groups: [
      {
        title: "Settings that widen it",
        none: "Nothing widens whom Nix trusts, or what a build may do.",
        items: items.length === 0 && caching.unread !== null ? unknown(caching.unread) : known(items),
      },
    ],
  };
}
