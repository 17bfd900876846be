import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, nixpkgsFlake, noFlake } from "../testing/small-files.ts";
import { inputsSemver } from "./check.ts";

const of = (url: string) => flakeOf(`inputs.a.url = "${url}";`);

export const cases: CheckCases = {
  check: inputsSemver,
  outcomes: {
    pass: [
      { name: "a range on FlakeHub", files: of("https://flakehub.com/f/acme/tool/0.1"), gives: { "./a": "pass" } },
    ],
    fail: [{ name: "a branch", files: nixpkgsFlake, gives: { "./nixpkgs": "fail" } }],
    unknown: [
      {
        name: "a reference that is computed",
        files: flakeOf(`inputs.a.url = "x" + "y";`),
        gives: { "./a": "unknown" },
      },
    ],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "an archive of a release on a forge of its own",
      seenIn: "users of Lix, which is taken as git.lix.systems/…/archive/2.93.3-1.tar.gz",
      files: of("https://git.lix.systems/lix-project/nixos-module/archive/2.93.3-1.tar.gz"),
      gives: { "./a": "pass" },
    },
    {
      name: "a branch of releases, which has two numbers like a version",
      seenIn: "nix-community/home-manager, release-25.11, and NixOS/nix, 2.24-maintenance",
      files: flakeOf(
        `inputs.a.url = "github:nix-community/home-manager/release-25.11"; inputs.b.url = "github:NixOS/nix/2.24-maintenance";`,
      ),
      gives: { "./a": "fail", "./b": "fail" },
    },
  ],
};
