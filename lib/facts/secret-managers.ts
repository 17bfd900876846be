import { posix } from "node:path";
import type { Evidence } from "#lib/model/evidence.ts";
import type { SecretManagerFact, SecretManagerKind } from "#lib/model/secret-facts.ts";
import type { FlakeRef } from "#lib/nix/flake-ref/flake-ref.ts";
import { attributeBindings } from "./attribute-bindings.ts";
import { type NixSource, ownPaths, readNixSources } from "./nix-sources.ts";
import { readFlakes } from "./read-flakes.ts";
import { pathsWhere, type SnapshotFiles } from "./snapshot-files.ts";
import { readWorkflows } from "./workflows.ts";

/** Inputs by `owner/repository`, in lower case. */
const inputs = new Map<string, SecretManagerKind>([
  ["ryantm/agenix", "agenix"],
  ["yaxitech/ragenix", "ragenix"],
  ["oddlama/agenix-rekey", "agenix-rekey"],
  ["mic92/sops-nix", "sops-nix"],
  ["determinatesystems/nixos-vault-service", "vault"],
  ["brizzbuzz/opnix", "opnix"],
]);

/** Options of modules, by the two names that they begin with. */
const options = new Map<string, SecretManagerKind>([
  ["age.secrets", "agenix"],
  ["age.rekey", "agenix-rekey"],
  ["sops.secrets", "sops-nix"],
  ["sops.defaultSopsFile", "sops-nix"],
  ["sops.templates", "sops-nix"],
  ["services.vault-agent", "vault"],
  ["detsys.vaultAgent", "vault"],
  ["services.onepassword-secrets", "opnix"],
]);

const optionBeginnings: ReadonlySet<string> = new Set(
  [...options.keys()].map((option) => option.split(".", 1)[0] ?? ""),
);

/** secretManagers are the managers in use, each with the first place that shows it: input, option, file or action. */
export function secretManagers(files: SnapshotFiles): readonly SecretManagerFact[] {
  const found = [
    ...inputManagers(files),
    ...readNixSources(files).flatMap(optionManagers),
    ...fileManagers(files),
    ...workflowManagers(files),
  ];
  return found.filter((fact, index) => found.findIndex(({ kind }) => kind === fact.kind) === index);
}

function inputManagers(files: SnapshotFiles): readonly SecretManagerFact[] {
  return readFlakes(files).flatMap(({ directory, role, content }) => {
    if (role !== "main" || content.status !== "parsed") return [];
    const path = posix.join(directory, "flake.nix");
    return content.flake.inputs.flatMap(({ ref, line }) => {
      const kind = ref === null ? undefined : inputs.get(identityOf(ref));
      return kind === undefined ? [] : [{ kind, evidence: { path, line } }];
    });
  });
}

/** `owner/repository`, of a forge, an address of GitHub or a release of FlakeHub. */
function identityOf({ owner, repo, url }: FlakeRef): string {
  if (owner !== undefined && repo !== undefined) return `${owner}/${repo}`.toLowerCase();
  const [, first = "", second = ""] = /(?:github\.com|flakehub\.com\/f)[/:]([^/]+)\/([^/?]+)/.exec(url ?? "") ?? [];
  return `${first}/${second.replace(/\.git$/, "")}`.toLowerCase();
}

function optionManagers({ path, text, expression }: NixSource): readonly SecretManagerFact[] {
  const found: SecretManagerFact[] = [];
  for (const binding of attributeBindings(expression)) {
    // Options that a module declares are not used by that.
    if (!binding.path.some((name) => optionBeginnings.has(name)) || binding.path.includes("options")) continue;
    for (const [index, name] of binding.path.entries()) {
      const kind = options.get(`${name}.${binding.path[index + 1] ?? ""}`);
      if (kind === undefined || found.some((fact) => fact.kind === kind)) continue;
      found.push({ kind, evidence: { path, line: text.positionAt(binding.start).line } });
    }
  }
  return found;
}

function fileManagers(files: SnapshotFiles): readonly SecretManagerFact[] {
  const isOwn = ownPaths(files);
  const first = (isManaged: (path: string) => boolean): Evidence | undefined => {
    const [path] = pathsWhere(files, (candidate) => isManaged(candidate) && isOwn(candidate));
    return path === undefined ? undefined : { path };
  };
  const age = first((path) => path.endsWith(".age"));
  const sops = first((path) => posix.basename(path) === ".sops.yaml");
  return [
    ...(age === undefined ? [] : [{ kind: "agenix" as const, evidence: age }]),
    ...(sops === undefined ? [] : [{ kind: "sops-nix" as const, evidence: sops }]),
  ];
}

function workflowManagers(files: SnapshotFiles): readonly SecretManagerFact[] {
  return readWorkflows(files).workflows.flatMap(({ steps }) =>
    steps
      .filter(({ uses }) => uses === "hashicorp/vault-action")
      .map(({ evidence }) => ({ kind: "vault" as const, evidence })),
  );
}
