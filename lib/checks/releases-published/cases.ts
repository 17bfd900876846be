import type { CheckCases } from "../testing/check-cases.ts";
import { brokenWorkflow, flakeOf, noFlake, workflowFile, workflowOf } from "../testing/small-files.ts";
import { releasesPublished } from "./check.ts";

const offering = flakeOf("", "{ self }: { packages.x86_64-linux.default = self.x; }");

export const cases: CheckCases = {
  check: releasesPublished,
  outcomes: {
    pass: [
      {
        name: "a workflow that pushes to FlakeHub",
        files: { ...offering, ...workflowOf("uses: DeterminateSystems/flakehub-push@v6") },
      },
    ],
    fail: [{ name: "packages that nothing publishes", files: offering }],
    unknown: [{ name: "a workflow that cannot be read", files: { ...offering, ...brokenWorkflow } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "a workflow that another repository holds, and that publishes",
      seenIn: "the-nix-way/dev-templates, by DeterminateSystems/ci",
      files: {
        ...offering,
        ...workflowFile(
          "on: push\njobs:\n  ci:\n    uses: DeterminateSystems/ci/.github/workflows/workflow.yml@main\n    with: { visibility: public }\n",
        ),
      },
      gives: { ".": "pass" },
    },
    {
      name: "a publisher named in quotes, beside one for flakestry",
      seenIn: "nix-community/nixvim",
      files: {
        ...offering,
        ...workflowOf('uses: "DeterminateSystems/flakehub-push@main"', "uses: flakestry/flakestry-publish@main"),
      },
      gives: { ".": "pass" },
    },
  ],
};
