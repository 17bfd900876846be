import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, noFlake, plainFlake, workflowFile, workflowOf } from "../testing/small-files.ts";
import { privateCacheUsed } from "./check.ts";

const build = "run: nix build";

export const cases: CheckCases = {
  check: privateCacheUsed,
  outcomes: {
    pass: [
      {
        name: "FlakeHub Cache",
        files: { ...plainFlake, ...workflowOf("uses: DeterminateSystems/flakehub-cache-action@v3", build) },
      },
    ],
    fail: [{ name: "a build without a cache", files: { ...plainFlake, ...workflowOf(build) } }],
    unknown: [
      {
        name: "a cache on Cachix",
        files: { ...plainFlake, ...workflowOf("{ uses: cachix/cachix-action@v16, with: { name: acme } }", build) },
      },
    ],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "a whole workflow of another repository",
      seenIn: "hyprwm/hyprpaper, by hyprwm/actions",
      files: {
        ...plainFlake,
        ...workflowFile("on: push\njobs:\n  nix:\n    uses: hyprwm/actions/.github/workflows/nix.yml@main\n"),
      },
      gives: { ".": "unknown" },
    },
    {
      name: "Hydra, which has a cache of its own",
      seenIn: "NixOS/nix",
      files: flakeOf("", "inputs: { hydraJobs.x86_64-linux.app = inputs.app; }"),
      gives: { ".": "not-applicable" },
    },
  ],
};
