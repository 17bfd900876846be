import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, noFlake, plainFlake } from "../testing/small-files.ts";
import { cacheKeysPaired } from "./check.ts";

const key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=";
const cache = `nixConfig.extra-substituters = "https://acme.cachix.org";`;

export const cases: CheckCases = {
  check: cacheKeysPaired,
  outcomes: {
    pass: [
      {
        name: "a cache with its key",
        files: flakeOf(`${cache} nixConfig.extra-trusted-public-keys = "acme.cachix.org-1:${key}";`),
      },
    ],
    fail: [{ name: "a cache without a key", files: flakeOf(cache) }],
    unknown: [{ name: "a nix.conf that is no text", files: { ...plainFlake, "nix.conf": { isBinary: true } } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "a key whose name has nothing of the host",
      seenIn: "input-output-hk/haskell.nix: cache.iog.io is signed as hydra.iohk.io",
      files: flakeOf(
        `nixConfig = { extra-substituters = [ "https://cache.iog.io" ]; extra-trusted-public-keys = [ "hydra.iohk.io:${key}" ]; };`,
      ),
      gives: { ".": "pass" },
    },
  ],
};
