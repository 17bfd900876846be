import type { CheckCases } from "../testing/check-cases.ts";
import { noFlake, plainFlake } from "../testing/small-files.ts";
import { entryDocumented } from "./check.ts";

export const cases: CheckCases = {
  check: entryDocumented,
  outcomes: {
    pass: [{ name: "a README that shows a command", files: { ...plainFlake, "README.md": "Run `nix develop`.\n" } }],
    fail: [{ name: "a README that does not", files: { ...plainFlake, "README.md": "# Tool\n" } }],
    unknown: [{ name: "a README that is no text", files: { ...plainFlake, "README.md": { isBinary: true } } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "documents that are not Markdown, in any case of their names",
      seenIn: "IntersectMBO/plutus (README.adoc), nix-community/impermanence (README.org), Mic92/dotfiles (Readme.md)",
      files: { ...plainFlake, "Readme.adoc": "= Tool\n\n....\n$ nix build .#tool\n....\n" },
      gives: { ".": "pass" },
    },
    {
      name: "a README that is made from another and a list of packages named like commands",
      seenIn: "nix-community/naersk, README.tpl.md",
      files: {
        ...plainFlake,
        "README.tpl.md": "nix build\n",
        "README.md": "Available in nixpkgs and as a phoenix shell.\n",
      },
      gives: { ".": "fail" },
    },
  ],
};
