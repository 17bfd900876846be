import type { CheckCases } from "../testing/check-cases.ts";
import { brokenWorkflow, noFlake, workflowFile, workflowOf } from "../testing/small-files.ts";
import { nixActionsPinned } from "./check.ts";

const commit = "13d8dd58da0234aa297dedd986986ccb8e7f3e24";

export const cases: CheckCases = {
  check: nixActionsPinned,
  outcomes: {
    pass: [{ name: "a full commit", files: workflowOf(`uses: cachix/install-nix-action@${commit}`) }],
    fail: [{ name: "a branch", files: workflowOf("uses: DeterminateSystems/determinate-nix-action@main") }],
    unknown: [{ name: "a workflow that cannot be read", files: brokenWorkflow }],
    "not-applicable": [{ name: "a repository without workflows", files: noFlake }],
  },
  odd: [
    {
      name: "a commit in quotes, with its version in a comment behind",
      seenIn: "NixOS/nixos-homepage, deploy-pr.yml",
      files: workflowOf(`uses: "cachix/install-nix-action@${commit}" # v31.11.1`),
      gives: { ".": "pass" },
    },
    {
      name: "a version in a comment, and a branch of all hexadecimal digits",
      seenIn: "actions that are used at `main # v31`, and short commits",
      files: workflowOf(`uses: cachix/install-nix-action@${commit.slice(0, 7)} # ${commit}`),
      gives: { ".": "fail" },
    },
    {
      name: "a whole workflow of another repository at a branch",
      seenIn: "the-nix-way/dev-templates, by DeterminateSystems/ci",
      files: workflowFile(
        "on: push\njobs:\n  ci:\n    uses: DeterminateSystems/ci/.github/workflows/workflow.yml@main\n",
      ),
      gives: { ".": "fail" },
    },
  ],
};
