import type { CheckCases } from "../testing/check-cases.ts";
import { nixpkgsFlake, nixpkgsLocked, noFlake } from "../testing/small-files.ts";
import { lockValid } from "./check.ts";

const lock = nixpkgsLocked(1)["flake.lock"];

export const cases: CheckCases = {
  check: lockValid,
  outcomes: {
    pass: [{ name: "a lock of version 7", files: { ...nixpkgsFlake, "flake.lock": lock } }],
    fail: [{ name: "a lock that is cut off", files: { ...nixpkgsFlake, "flake.lock": lock.slice(0, -40) } }],
    unknown: [{ name: "a lock that is a link", files: { ...nixpkgsFlake, "flake.lock": "symlink" } }],
    "not-applicable": [
      { name: "a flake without a lock", files: nixpkgsFlake },
      { name: "no flake", files: noFlake },
    ],
  },
  odd: [
    {
      name: "a merge conflict that was committed",
      seenIn: "any repository whose lock was merged in a hurry; Nix prints a parse error of JSON",
      files: { ...nixpkgsFlake, "flake.lock": `<<<<<<< HEAD\n${lock}=======\n${lock}>>>>>>> main\n` },
      gives: { ".": "fail" },
    },
    {
      name: "a lock of an older version, with Windows line ends",
      seenIn: "locks that Nix 2.4 wrote, checked out with core.autocrlf",
      files: { ...nixpkgsFlake, "flake.lock": lock.replace(`"version": 7`, `"version": 5`).replaceAll("\n", "\r\n") },
      gives: { ".": "pass" },
    },
  ],
};
