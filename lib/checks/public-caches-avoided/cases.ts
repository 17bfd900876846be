import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, noFlake, plainFlake } from "../testing/small-files.ts";
import { publicCachesAvoided } from "./check.ts";

export const cases: CheckCases = {
  check: publicCachesAvoided,
  outcomes: {
    pass: [{ name: "a flake that names no cache", files: plainFlake }],
    fail: [
      {
        name: "a public cache in nixConfig",
        files: flakeOf(`nixConfig.extra-substituters = [ "https://nix-community.cachix.org" ];`),
      },
    ],
    unknown: [{ name: "a flake that does not parse", files: { "flake.nix": "{ nixConfig = " } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "a machine of a test that names a public cache",
      seenIn: "hercules-ci/hercules-ci-effects, effects/flake-update/test.nix, which names nix-community.cachix.org",
      files: {
        ...plainFlake,
        "effects/flake-update/test.nix": `{ nix.settings.extra-substituters = "https://nix-community.cachix.org"; }`,
      },
      gives: { ".": "pass" },
    },
    {
      name: "a mirror in the former name of the option, as a bare URL",
      seenIn: "configurations of before NixOS 22.05",
      files: { ...plainFlake, "host.nix": "{ nix.binaryCaches = [ https://nix-community.cachix.org ]; }" },
      gives: { ".": "fail" },
    },
  ],
};
