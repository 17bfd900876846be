import type { CheckCases } from "../testing/check-cases.ts";
import { noFlake, plainFlake } from "../testing/small-files.ts";
import { flakeValid } from "./check.ts";

export const cases: CheckCases = {
  check: flakeValid,
  outcomes: {
    pass: [{ name: "a flake that Nix takes", files: plainFlake }],
    fail: [{ name: "a flake that is cut off", files: { "flake.nix": "{ outputs = " } }],
    unknown: [{ name: "a flake.nix that is a link", files: { "flake.nix": "symlink" } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "a flake.nix that a program fills in",
      seenIn: "jetify-com/devbox, internal/shellgen/tmpl",
      files: {
        ...plainFlake,
        "tmpl/flake.nix": `{ inputs.a.url = "{{ .URLForInput }}"; outputs = { {{ range .P }} }; }`,
      },
      gives: { ".": "pass" },
    },
  ],
};
