import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import type { CheckCases } from "../testing/check-cases.ts";
import { daysAgo } from "../testing/judge.ts";
import { flakeOf, noFlake } from "../testing/small-files.ts";
import { helpersMaintained } from "./check.ts";

const of = (url: string) => flakeOf(`inputs.h.url = "${url}";`);

export const cases: CheckCases = {
  check: helpersMaintained,
  outcomes: {
    pass: [{ name: "flake-parts", files: of("github:hercules-ci/flake-parts") }],
    fail: [{ name: "digga, which says of itself that it is deprecated", files: of("github:divnix/digga") }],
    unknown: [{ name: "a name that only a registry knows", files: of("flake:digga") }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "an abandoned library under the name of another, as a Git URL with a branch",
      seenIn: "configurations that began from divnix/devos",
      files: flakeOf(`inputs.flake-utils.url = "git+https://github.com/divnix/digga.git?ref=main";`),
      gives: { ".": "fail" },
    },
    {
      name: "an abandoned library that another input brings",
      seenIn: "locks of flakes that take a flake which still uses digga",
      files: {
        ...of("github:acme/tool"),
        "flake.lock": lockText(
          { h: "tool" },
          {
            tool: githubNode("acme", "tool", daysAgo(1), { digga: "digga" }),
            digga: githubNode("divnix", "digga", daysAgo(900)),
          },
        ),
      },
      gives: { ".": "not-applicable" },
    },
  ],
};
