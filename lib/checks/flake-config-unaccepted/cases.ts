import type { CheckCases } from "../testing/check-cases.ts";
import { brokenWorkflow, noFlake, plainFlake, workflowFile, workflowOf } from "../testing/small-files.ts";
import { flakeConfigUnaccepted } from "./check.ts";

export const cases: CheckCases = {
  check: flakeConfigUnaccepted,
  outcomes: {
    pass: [{ name: "a build without it", files: { ...plainFlake, ...workflowOf("run: nix build") } }],
    fail: [
      {
        name: "the flag of a command",
        files: { ...plainFlake, ...workflowOf("run: nix build --accept-flake-config") },
      },
    ],
    unknown: [{ name: "a workflow that cannot be read", files: { ...plainFlake, ...brokenWorkflow } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "the flag before the subcommand",
      seenIn: "srid/haskell-flake and Platonic-Systems/process-compose-flake",
      files: { ...plainFlake, ...workflowOf("run: nix --accept-flake-config build ./doc") },
      gives: { ".": "fail" },
    },
    {
      name: "a line among the settings that an action takes",
      seenIn: "numtide/treefmt, coverage.yml",
      files: {
        ...plainFlake,
        ...workflowOf(
          "uses: cachix/install-nix-action@v31\n        with:\n          extra_nix_config: |\n            accept-flake-config = true\n            experimental-features = nix-command flakes",
        ),
      },
      gives: { ".": "fail" },
    },
    {
      name: "a command that a workflow of another repository is given to run",
      seenIn: "hyprwm/hyprpaper, nix-build.yaml",
      files: {
        ...plainFlake,
        ...workflowFile(
          "on: push\njobs:\n  nix:\n    uses: hyprwm/actions/.github/workflows/nix.yml@main\n    with: { command: nix build --accept-flake-config }\n",
        ),
      },
      gives: { ".": "fail" },
    },
  ],
};
