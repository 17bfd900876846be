import type { CheckCases } from "../testing/check-cases.ts";
import { brokenWorkflow, noFlake, plainFlake, workflowFile, workflowOf } from "../testing/small-files.ts";
import { visibilityLimited } from "./check.ts";

const push = (visibility: string) => ({
  ...plainFlake,
  ...workflowOf(`{ uses: DeterminateSystems/flakehub-push@v6, with: { visibility: ${visibility} } }`),
});

export const cases: CheckCases = {
  check: visibilityLimited,
  outcomes: {
    pass: [{ name: "a private repository that publishes privately", files: push("private") }],
    fail: [{ name: "a private repository that publishes to everybody", files: push("public") }],
    unknown: [
      { name: "a workflow that cannot be read", files: { ...plainFlake, ...brokenWorkflow } },
      { name: "a repository of which nobody says who sees it", files: push("public"), visibility: null },
    ],
    "not-applicable": [
      { name: "a repository without a flake", files: noFlake },
      { name: "a public repository", files: push("public"), visibility: "public" },
    ],
  },
  odd: [
    {
      name: "a visibility in a whole workflow of another repository",
      seenIn: "the-nix-way/dev-templates, by DeterminateSystems/ci",
      files: {
        ...plainFlake,
        ...workflowFile(
          "on: push\njobs:\n  ci:\n    uses: DeterminateSystems/ci/.github/workflows/workflow.yml@main\n    with: { visibility: public }\n",
        ),
      },
      gives: { ".": "fail" },
    },
    {
      name: "flakestry, which publishes to everybody without saying so",
      seenIn: "astro/deadnix and cachix/devenv",
      files: { ...plainFlake, ...workflowOf("uses: flakestry/flakestry-publish@main") },
      gives: { ".": "fail" },
    },
    {
      name: "a visibility that is computed",
      seenIn: "workflows that publish previews as unlisted, by an expression",
      files: push(`"$${"{{ github.event_name == 'push' && 'public' || 'unlisted' }}"}"`),
      gives: { ".": "unknown" },
    },
  ],
};
