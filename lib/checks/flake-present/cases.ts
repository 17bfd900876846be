import type { CheckCases } from "../testing/check-cases.ts";
import { noFlake, plainFlake } from "../testing/small-files.ts";
import { flakePresent } from "./check.ts";

export const cases: CheckCases = {
  check: flakePresent,
  outcomes: {
    pass: [{ name: "a flake at the root", files: plainFlake }],
    fail: [{ name: "a repository without Nix", files: noFlake }],
    unknown: [{ name: "paths of which some are missing", files: noFlake, isComplete: false }],
    "not-applicable": { never: "every repository can have a flake" },
  },
  odd: [
    {
      name: "a flake that stands only in a folder for development",
      seenIn: "projects that keep their flake apart, so that it brings nothing to those who take the project",
      files: { "dev/flake.nix": plainFlake["flake.nix"], "default.nix": "{ }" },
      gives: { ".": "pass" },
    },
    {
      name: "flakes that are templates only",
      seenIn: "repositories of templates, such as Misterio77/nix-starter-configs",
      files: { "templates/minimal/flake.nix": plainFlake["flake.nix"] },
      gives: { ".": "fail" },
    },
  ],
};
