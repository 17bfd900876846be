import { known } from "#lib/model/observed.ts";
import type { SecretManagerKind } from "#lib/model/secret-facts.ts";
import type { PracticeCard, PracticeContext } from "./practice.ts";

const managerNames = {
  agenix: "agenix",
  ragenix: "ragenix",
  "agenix-rekey": "agenix-rekey",
  "sops-nix": "sops-nix",
  vault: "Vault",
  opnix: "opnix",
} as const satisfies Record<SecretManagerKind, string>;

/** secretsCard is what keeps secrets out of the store, and where one seems to stand in the clear: rule and place only. */
export function secretsCard({ facts: { secrets }, link }: PracticeContext): PracticeCard {
  const { plaintext, keyFileReads, managers } = secrets;
  return {
    id: "secrets",
    title: "Secrets",
    groups: [
      {
        title: "Managers",
        none: "No manager of secrets is in use.",
        items: known(
          managers.map(({ kind, evidence }) => ({ name: managerNames[kind], notes: [], evidence: link(evidence) })),
        ),
      },
      {
        title: "In the clear",
        none: "Nothing that was read looks like a secret.",
        items: plaintext.known
          ? known(plaintext.value.map(({ rule, evidence }) => ({ name: rule, notes: [], evidence: link(evidence) })))
          : plaintext,
      },
      {
        title: "Files of secrets that Nix reads",
        none: "Nix reads no file that is named like a secret.",
        items: keyFileReads.known
          ? known(keyFileReads.value.map(({ file, evidence }) => ({ name: file, notes: [], evidence: link(evidence) })))
          : keyFileReads,
      },
    ],
  };
}
