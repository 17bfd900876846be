import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, nixpkgsFlake, noFlake, scheduledOf } from "../testing/small-files.ts";
import { updatesReachInputs } from "./check.ts";

const dependabot = (place: string) => ({
  ".github/dependabot.yml": `version: 2\nupdates: [{ package-ecosystem: nix, ${place} }]\n`,
});
const action = "uses: DeterminateSystems/update-flake-lock@main";
const three = `inputs.nixpkgs.url = "github:NixOS/nixpkgs"; inputs.crane.url = "github:ipetkov/crane"; inputs.fenix.url = "github:nix-community/fenix";`;

export const cases: CheckCases = {
  check: updatesReachInputs,
  outcomes: {
    pass: [
      {
        name: "an update of everything",
        files: { ...nixpkgsFlake, ...scheduledOf(action) },
        gives: { "./nixpkgs": "pass" },
      },
    ],
    fail: [
      {
        name: "an update of another input only",
        files: { ...nixpkgsFlake, ...scheduledOf(`${action}\n        with: { inputs: crane }`) },
        gives: { "./nixpkgs": "fail" },
      },
    ],
    unknown: [
      {
        name: "folders that a pattern names",
        files: { ...nixpkgsFlake, ...dependabot(`directories: ["/*"]`) },
        gives: { "./nixpkgs": "unknown" },
      },
    ],
    "not-applicable": [
      { name: "a repository without a flake", files: noFlake },
      { name: "a flake that nothing updates", files: nixpkgsFlake },
    ],
  },
  odd: [
    {
      name: "inputs by name, one a line",
      seenIn: "DeterminateSystems/fh, whose workflow leaves out what it takes from FlakeHub",
      files: {
        ...flakeOf(three),
        ...scheduledOf(`${action}\n        with:\n          inputs: |\n            fenix\n            crane`),
      },
      gives: { "./nixpkgs": "fail", "./crane": "pass", "./fenix": "pass" },
    },
    {
      name: "inputs by name, in one line, for the flakes of two folders",
      seenIn: "nix-community/dream2nix, inputs: nixpkgs pyproject-nix purescript-overlay, flake-dirs: . ./dev-flake",
      files: {
        ...flakeOf(three),
        "dev-flake/flake.nix": nixpkgsFlake["flake.nix"],
        ...scheduledOf(
          `uses: DavHau/update-flake-lock@main\n        with: { inputs: nixpkgs crane, flake-dirs: . ./dev-flake }`,
        ),
      },
      gives: { "./nixpkgs": "pass", "./crane": "pass", "./fenix": "fail", "./dev-flake/nixpkgs": "pass" },
    },
  ],
};
