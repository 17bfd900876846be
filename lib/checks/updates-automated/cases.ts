import type { CheckCases } from "../testing/check-cases.ts";
import { brokenWorkflow, nixpkgsFlake, noFlake, scheduledOf, workflowFile } from "../testing/small-files.ts";
import { updatesAutomated } from "./check.ts";

export const cases: CheckCases = {
  check: updatesAutomated,
  outcomes: {
    pass: [
      {
        name: "a scheduled update",
        files: { ...nixpkgsFlake, ...scheduledOf("uses: DeterminateSystems/update-flake-lock@v27") },
      },
    ],
    fail: [{ name: "a flake that nothing updates", files: nixpkgsFlake }],
    unknown: [{ name: "a workflow that cannot be read", files: { ...nixpkgsFlake, ...brokenWorkflow } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "the command on a schedule, in a script of several lines",
      seenIn: "nix-community/emacs-overlay and many configurations, which update by hand-made workflows",
      files: {
        ...nixpkgsFlake,
        ...scheduledOf(
          "run: |\n          git config user.name bot\n          nix flake update --commit-lock-file\n          git push",
        ),
      },
      gives: { ".": "pass" },
    },
    {
      name: "an update that a person starts, which is none by itself",
      seenIn: "workflows with workflow_dispatch only",
      files: {
        ...nixpkgsFlake,
        ...workflowFile(
          "on: workflow_dispatch\njobs:\n  a:\n    steps:\n      - uses: DeterminateSystems/update-flake-lock@v27\n",
        ),
      },
      gives: { ".": "fail" },
    },
  ],
};
