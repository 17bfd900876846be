import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { SecretManagerKind } from "#lib/model/secret-facts.ts";
import type { Check } from "../check.ts";
import { listed } from "../listed.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

const managerWords = {
  agenix: "agenix",
  ragenix: "ragenix",
  "agenix-rekey": "agenix-rekey",
  "sops-nix": "sops",
  vault: "Vault",
  opnix: "opnix",
} as const satisfies Record<SecretManagerKind, string>;

const machineOutputs: ReadonlySet<string> = new Set([
  "nixosConfigurations",
  "darwinConfigurations",
  "homeConfigurations",
]);

/** secretsManaged: a repository that configures machines and needs secrets has a manager for them. */
export const secretsManaged: Check = {
  id: "secrets-managed",
  version: 1,
  theme: "secrets",
  severity: "advice",
  stage: "systems",
  words,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    const { managers, plaintext, keyFileReads } = facts.secrets;
    if (managers.length > 0) {
      const summary = `secrets are managed with ${listed(managers.map(({ kind }) => managerWords[kind]))}`;
      return [{ subject, outcome: "pass", summary, evidence: managers.map(({ evidence }) => evidence) }];
    }
    const configures = configuresMachines(facts);
    if (configures === false) {
      return [{ subject, outcome: "not-applicable", summary: "no machine is configured here", evidence: [] }];
    }
    const bare = [
      ...(plaintext.known ? plaintext.value.map(({ evidence }) => evidence) : []),
      ...(keyFileReads.known ? keyFileReads.value.map(({ evidence }) => evidence) : []),
    ];
    if (configures === "unknown" || !facts.isComplete || facts.nixFiles.read < facts.nixFiles.total) {
      const summary = "no manager of secrets was seen, and not everything could be read";
      return [{ subject, outcome: "unknown", summary, evidence: [] }];
    }
    if (bare.length > 0) {
      const summary = "machines are configured with secrets, and no manager keeps them out of the store";
      return [{ subject, outcome: "fail", summary, evidence: bare }];
    }
    const summary = "the machines that are configured here ask for no secret, as far as can be seen";
    return [{ subject, outcome: "not-applicable", summary, evidence: [] }];
  },
};

function configuresMachines(facts: RepositoryFacts): boolean | "unknown" {
  const outputs = mainFlakes(facts).map((flake) => flake.outputs);
  if (outputs.some((one) => one?.kinds.some(({ name }) => machineOutputs.has(name)))) return true;
  return outputs.some((one) => one === null) ? "unknown" : false;
}
