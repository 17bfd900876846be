import { type FixtureFiles, githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { daysAgo } from "./judge.ts";

/** plainFlake is a flake without inputs, whose outputs are none. */
export const plainFlake = { "flake.nix": "{ outputs = inputs: { }; }" } as const;

/** noFlake is a repository that has nothing to do with Nix. */
export const noFlake = { "main.c": "int main() { return 0; }" } as const;

/** flakeOf is a flake of these inputs, as lines of Nix, and these outputs. */
export function flakeOf(inputs: string, outputs = "inputs: { }") {
  return { "flake.nix": `{ ${inputs} outputs = ${outputs}; }` };
}

/** nixpkgsFlake takes Nixpkgs, and nothing else. */
export const nixpkgsFlake = flakeOf(`inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";`);

/** nixpkgsLocked is a lock that holds the Nixpkgs of `nixpkgsFlake`, locked some days ago. */
export function nixpkgsLocked(ageDays: number) {
  const node = githubNode("NixOS", "nixpkgs", daysAgo(ageDays));
  const original = { ...node.original, ref: "nixos-unstable" };
  return { "flake.lock": lockText({ nixpkgs: "nixpkgs" }, { nixpkgs: { ...node, original } }) };
}

/** workflowOf is a workflow of one job that has these steps, each as YAML; the first stands on line 5. */
export function workflowOf(...steps: readonly string[]) {
  return workflowFile(`on: push\njobs:\n  a:\n    steps:\n${steps.map((step) => `      - ${step}\n`).join("")}`);
}

/** scheduledOf is `workflowOf` for steps that run on a schedule. */
export function scheduledOf(...steps: readonly string[]) {
  const on = `on: { schedule: [{ cron: "0 4 * * 1" }] }`;
  return workflowFile(`${on}\njobs:\n  a:\n    steps:\n${steps.map((step) => `      - ${step}\n`).join("")}`);
}

/** workflowFile is a workflow of this text. */
export function workflowFile(text: string) {
  return { ".github/workflows/ci.yml": text };
}

/** brokenWorkflow is a workflow that is no YAML. */
export const brokenWorkflow = workflowFile("on: [");

/** unreadNix is a Nix file that is too large to be read. */
export const unreadNix = { "host.nix": { sizeBytes: 1e9 } } satisfies FixtureFiles;
