import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counted } from "#lib/checks/counted.ts";
import { evaluateChecks } from "#lib/checks/evaluate-checks.ts";
import { themeOf } from "#lib/checks/registry.ts";
import { tallyOf } from "#lib/checks/tally.ts";
import { extractFacts } from "#lib/facts/extract-facts.ts";
import { dayAt, dayNumber, dayOf, endOfDay } from "#lib/model/instant.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { measureSpans, type ValidFacts } from "./measure-spans.ts";

const judged = { owner: "acme", name: "tool", visibility: "private" } as const;

// A waiver changes no outcome of the past, neither while it holds nor on the day on which it ends.
const waiving = `waivers:
  - check: inputs-fresh
    reason: upstream is frozen
    expires: 2026-01-20
`;

/** The facts of a repository whose flake locks two inputs at these moments, in Unix seconds. */
function factsOf(nixpkgsAt: number | null, toolAt: number, hasFlake = true) {
  const entry = (path: string) => [path, { path, type: "file", oid: "0".repeat(40), sizeBytes: null }] as const;
  const locked = (owner: string, repo: string, lastModified: number | null) => ({
    locked: { type: "github", owner, repo, rev: "a".repeat(40), ...(lastModified === null ? {} : { lastModified }) },
    original: { type: "github", owner, repo },
  });
  const lock = {
    nodes: {
      nixpkgs: locked("NixOS", "nixpkgs", nixpkgsAt),
      tool: locked("acme", "other", toolAt),
      root: { inputs: { nixpkgs: "nixpkgs", tool: "tool" } },
    },
    root: "root",
    version: 7,
  };
  const flake = `{
    inputs.nixpkgs.url = "github:NixOS/nixpkgs";
    inputs.tool.url = "github:acme/other";
    outputs = { self, nixpkgs, tool }: { };
  }`;
  const texts = new Map([
    ["flake.nix", { status: "text", text: flake } as const],
    ["flake.lock", { status: "text", text: JSON.stringify(lock) } as const],
  ]);
  const settings = ".github/flakeboard.yml";
  return extractFacts({
    entries: new Map([
      ...(hasFlake ? [entry("flake.nix"), entry("flake.lock")] : [entry("README.md")]),
      entry(settings),
    ]),
    isComplete: true,
    texts: new Map([...(hasFlake ? texts : []), [settings, { status: "text", text: waiving }]]),
  });
}

const seconds = (day: string) => Date.parse(`${day}T11:22:33Z`) / 1000;

describe("measureSpans", () => {
  it("begins a span on the day on which an input grows too old, between two commits", () => {
    const facts = factsOf(seconds("2026-01-01"), seconds("2026-01-01"));
    const history = [{ validFrom: "2026-01-05T09:00:00.000Z", validTo: "2026-03-01T00:00:00.000Z", facts }];

    const fresh = measureSpans(history, judged, defaultPolicy).spans.map(({ from, to, shares }) => [
      from,
      to,
      shares.freshness?.numerator,
    ]);

    // On 31 January the input is 30 days old until noon and within its limit; a day later it is not.
    expect(fresh).toEqual([
      ["2026-01-05", "2026-02-01", 1],
      ["2026-02-01", "2026-03-01", 0],
    ]);
  });

  it("leaves out what did not last until the end of its day", () => {
    const facts = factsOf(seconds("2026-01-01"), seconds("2026-01-01"));
    const none = factsOf(null, 0, false);
    const { spans } = measureSpans(
      [
        { validFrom: "2026-01-05T09:00:00.000Z", validTo: "2026-01-05T10:00:00.000Z", facts },
        { validFrom: "2026-01-05T10:00:00.000Z", validTo: "2026-01-07T10:00:00.000Z", facts: none },
      ],
      judged,
      defaultPolicy,
    );

    expect(spans.map(({ from, to, shares }) => [from, to, shares.adoption?.numerator])).toEqual([
      ["2026-01-05", "2026-01-07", 0],
    ]);
  });

  it("equals judging every day anew, for any history", () => {
    const first = dayNumber("2026-01-01");
    const moment = fc.integer({ min: first - 120, max: first + 60 }).map((number) => seconds(dayAt(number)));
    const version = fc.record({
      validFor: fc.integer({ min: 1, max: 3_000 }),
      facts: fc
        .tuple(fc.option(moment), moment, fc.boolean())
        .map(([nixpkgs, tool, hasFlake]) => factsOf(nixpkgs, tool, hasFlake)),
    });
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 4 }), (versions) => {
        let at = Date.parse("2026-01-01T05:00:00Z");
        const history: ValidFacts[] = versions.map(({ validFor, facts }) => {
          const validFrom = new Date(at).toISOString();
          at += validFor * 3_600_000;
          return { validFrom, validTo: new Date(at).toISOString(), facts };
        });

        const { spans, locks } = measureSpans(history, judged, defaultPolicy);

        for (let number = first; number < dayNumber(dayOf(new Date(at).toISOString())); number += 1) {
          const day = dayAt(number);
          const shares = spans.find(({ from, to }) => from <= day && day < to)?.shares;
          const expected = naive(history, day);
          expect([day, shares]).toEqual([day, expected?.shares]);
          const locked = locks.find(({ from, to }) => from <= day && day < to)?.days ?? [];
          expect([day, locked]).toEqual([day, expected?.lockedDays ?? []]);
        }
      }),
      { numRuns: 25 },
    );
  });
});

function naive(history: readonly ValidFacts[], day: string) {
  const asOf = endOfDay(day);
  const at = history.find(({ validFrom, validTo }) => validFrom <= asOf && asOf < validTo);
  if (at === undefined) return undefined;
  const findings = evaluateChecks({ repository: judged, facts: at.facts, policy: defaultPolicy, asOf }).map(
    (finding) => ({
      ...finding,
      theme: themeOf(finding.checkId),
      isWaived: false,
    }),
  );
  const stages = at.facts.stages.map(({ stage }) => stage);
  const tally = tallyOf({ repository: judged, facts: at.facts, policy: defaultPolicy, asOf });
  const measured = { isEligible: true, isRead: true, stages, findings, unaskedChecks: [], tally };
  const shares = counted.map((metric) => [metric.id, metric.count(measured)] as const);
  const lockedDays = tally.inputLockedDays;
  return { shares: Object.fromEntries(shares.filter(([, share]) => share.denominator > 0)), lockedDays };
}
