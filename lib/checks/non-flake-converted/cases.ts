import type { CheckCases } from "../testing/check-cases.ts";
import { noFlake, plainFlake } from "../testing/small-files.ts";
import { nonFlakeConverted } from "./check.ts";

const shell = { "shell.nix": "{ pkgs ? import <nixpkgs> { } }: pkgs.mkShell { }" };

export const cases: CheckCases = {
  check: nonFlakeConverted,
  outcomes: {
    pass: [{ name: "a shell.nix beside a flake", files: { ...plainFlake, ...shell } }],
    fail: [{ name: "a shell.nix alone", files: shell }],
    unknown: [{ name: "a flake that may be among paths that are missing", files: shell, isComplete: false }],
    "not-applicable": [{ name: "a repository without Nix", files: noFlake }],
  },
  odd: [
    {
      name: "a default.nix that is called by flake-compat only",
      seenIn: "edolstra/flake-compat, whose README shows it",
      files: {
        ...plainFlake,
        "default.nix": `(import (fetchTarball { url = "https://github.com/edolstra/flake-compat/archive/x.tar.gz"; }) { src = ./.; }).defaultNix`,
      },
      gives: { ".": "pass" },
    },
    {
      name: "Nix for one part of a repository, in a folder of its own",
      seenIn: "projects that keep a shell.nix for contributors below contrib/; a flake is asked for at the root only",
      files: { "contrib/shell.nix": shell["shell.nix"] },
      gives: { ".": "not-applicable" },
    },
  ],
};
