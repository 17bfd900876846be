import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, noFlake, plainFlake, workflowOf } from "../testing/small-files.ts";
import { ciBuildsFlake } from "./check.ts";

export const cases: CheckCases = {
  check: ciBuildsFlake,
  outcomes: {
    pass: [
      { name: "a workflow that checks the flake", files: { ...plainFlake, ...workflowOf("run: nix flake check") } },
    ],
    fail: [{ name: "a workflow without Nix", files: { ...plainFlake, ...workflowOf("run: npm test") } }],
    unknown: [
      {
        name: "a script that runs after Nix was installed",
        files: { ...plainFlake, ...workflowOf("uses: cachix/install-nix-action@v31", "run: ./ci.sh") },
      },
    ],
    "not-applicable": [{ name: "a repository without a flake", files: { ...noFlake, ...workflowOf("run: npm test") } }],
  },
  odd: [
    {
      name: "an output of a service where outputs cannot be seen",
      seenIn: "hercules-ci/flake-parts itself",
      files: flakeOf("", `inputs: (import ./lib.nix).mkFlake { partitionedAttrs.herculesCI = "dev"; }`),
      gives: { ".": "unknown" },
    },
    {
      name: "a command that only speaks of a build",
      seenIn: "workflows that comment on a pull request how to build it",
      files: { ...plainFlake, ...workflowOf(`run: echo "try nix build .#app"`) },
      gives: { ".": "fail" },
    },
  ],
};
