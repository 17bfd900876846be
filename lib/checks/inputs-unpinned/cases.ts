import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, nixpkgsFlake, noFlake } from "../testing/small-files.ts";
import { inputsUnpinned } from "./check.ts";

const rev = "75e28c029ef2605f9841e0baa335d70065fe7ae2";

export const cases: CheckCases = {
  check: inputsUnpinned,
  outcomes: {
    pass: [{ name: "a branch", files: nixpkgsFlake, gives: { "./nixpkgs": "pass" } }],
    fail: [{ name: "a revision", files: flakeOf(`inputs.a.url = "github:o/r/${rev}";`), gives: { "./a": "fail" } }],
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
      name: "an archive of a revision, which is no branch and no tag",
      seenIn: "edolstra/flake-compat, taken by the address of its tarball",
      files: flakeOf(`inputs.a = { url = "https://github.com/o/r/archive/${rev}.tar.gz"; flake = false; };`),
      gives: { "./a": "fail" },
    },
    {
      name: "a repository whose name is made of the digits of a revision",
      seenIn: "names such as deadbeef",
      files: flakeOf(`inputs.a.url = "github:o/deadbeef";`),
      gives: { "./a": "pass" },
    },
  ],
};
