import type { CheckCases } from "../testing/check-cases.ts";
import { noFlake } from "../testing/small-files.ts";
import { settingsReadable } from "./check.ts";

const path = ".github/flakeboard.yml";

export const cases: CheckCases = {
  check: settingsReadable,
  outcomes: {
    pass: [{ name: "a file that is understood", files: { [path]: "owner: payments\n" } }],
    fail: [{ name: "a list where settings belong", files: { [path]: "- a\n- b\n" } }],
    unknown: [{ name: "a file that may be among paths that are missing", files: noFlake, isComplete: false }],
    "not-applicable": [{ name: "a repository without the file", files: noFlake }],
  },
  odd: [
    {
      name: "a mark of byte order, Windows line ends, a schema's comment and a start of a document",
      seenIn: "workflows and Dependabot files that editors on Windows write",
      files: { [path]: "\uFEFF# yaml-language-server: $schema=x\r\n---\r\nowner: payments\r\n" },
      gives: { ".": "pass" },
    },
    {
      name: "a waiver whose day YAML reads as a date",
      seenIn: "YAML that leaves dates unquoted, as people write them",
      files: {
        [path]: "waivers:\n  - check: inputs-fresh\n    reason: waits for a release\n    expires: 2027-01-31\n",
      },
      gives: { ".": "pass" },
    },
    {
      name: "the same key twice",
      seenIn: "files that were merged by hand; some readers of YAML take the last without a word",
      files: { [path]: "owner: payments\nowner: platform\n" },
      gives: { ".": "fail" },
    },
  ],
};
