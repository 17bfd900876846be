import type { CheckCases } from "../testing/check-cases.ts";
import { noFlake, plainFlake, unreadNix } from "../testing/small-files.ts";
import { keyFilesUnread } from "./check.ts";

const of = (module: string) => ({ ...plainFlake, "host.nix": module });

export const cases: CheckCases = {
  check: keyFilesUnread,
  outcomes: {
    pass: [{ name: "a public key", files: of("{ a = builtins.readFile ./id_ed25519.pub; }") }],
    fail: [{ name: "a private key", files: of("{ a = builtins.readFile ./id_ed25519; }") }],
    unknown: [{ name: "a file that was not read", files: { ...plainFlake, ...unreadNix } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "a file below a folder of secrets, read while evaluating and handed to modules",
      seenIn: "configurations that read ./secrets/github-access-token in flake.nix",
      files: of("{ githubAccessToken = builtins.readFile ./secrets/github-access-token; }"),
      gives: { ".": "fail" },
    },
    {
      name: "a script that is only named like a secret, and a template of one",
      seenIn: "configurations with ./secrets-backup.sh as the text of a program",
      files: of("{ a.text = builtins.readFile ./secrets-backup.sh; b = builtins.readFile ./secrets.example.json; }"),
      gives: { ".": "pass" },
    },
  ],
};
