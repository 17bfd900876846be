import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, noFlake, plainFlake } from "../testing/small-files.ts";
import { containersBuiltWithNix } from "./check.ts";

const image = flakeOf(
  "",
  `{ self, nixpkgs }: { packages.x86_64-linux.image = nixpkgs.dockerTools.buildLayeredImage { name = "a"; }; }`,
);

export const cases: CheckCases = {
  check: containersBuiltWithNix,
  outcomes: {
    pass: [{ name: "an image that Nix builds", files: { ...image, Dockerfile: "" } }],
    fail: [{ name: "a Dockerfile alone", files: { ...plainFlake, Dockerfile: "FROM debian\n" } }],
    unknown: [
      {
        name: "a Dockerfile beside outputs that cannot be seen",
        files: { ...flakeOf("", "inputs: inputs.lib.make inputs"), Dockerfile: "" },
      },
    ],
    "not-applicable": [{ name: "a Dockerfile without a flake", files: { ...noFlake, Dockerfile: "" } }],
  },
  odd: [
    {
      name: "Dockerfiles of a test, of a development container and of a syntax highlighter's samples",
      seenIn: "DeterminateSystems/nix-installer, atuinsh/atuin and sharkdp/bat",
      files: {
        ...plainFlake,
        "nix/tests/container-test/default/Dockerfile": "",
        ".devcontainer/Dockerfile": "",
        "tests/syntax-tests/highlighted/Dockerfile/Dockerfile": "",
      },
      gives: { ".": "not-applicable" },
    },
    {
      name: "a source file whose name only begins like one",
      seenIn: "dagger/dagger, core/integration/dockerfile_test.go",
      files: { ...plainFlake, "core/integration/dockerfile_test.go": "" },
      gives: { ".": "not-applicable" },
    },
  ],
};
