import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cacheMetrics } from "#lib/metrics/cache-metrics.ts";
import { flakesPerRepository, medianInputAge } from "#lib/metrics/figures.ts";
import { internalInputs } from "#lib/metrics/internal-inputs.ts";
import { agesOn, medianInputAgeDays } from "#lib/metrics/median-age.ts";
import { type MeasuredRepository, measure, unread } from "#lib/metrics/metric.ts";
import { themeMetricId } from "#lib/metrics/theme-metric-id.ts";
import { type Outcome, themes } from "#lib/model/finding.ts";
import { stages } from "#lib/model/stage.ts";
import type { Tally } from "#lib/model/tally.ts";
import { counted, findMetric, metricOfCheck, metrics } from "./counted.ts";
import { checks } from "./registry.ts";

const outcomes = ["pass", "fail", "unknown", "not-applicable"] as const satisfies readonly Outcome[];
const checkIds = [
  "flake-present",
  "inputs-fresh",
  "inputs-semver",
  "helpers-avoided",
  "updates-automated",
  "updates-reach-inputs",
  "private-cache-used",
  "secrets-absent",
];

const finding = fc.record({
  checkId: fc.constantFrom(...checkIds),
  theme: fc.constantFrom(...themes, null),
  outcome: fc.constantFrom(...outcomes),
  isWaived: fc.boolean(),
});

const lockedDays = fc.array(fc.integer({ min: 20_000, max: 20_500 }), { maxLength: 9 });
const inputs = fc
  .tuple(fc.nat(9), fc.nat(9), fc.nat(9), lockedDays)
  .map(([internalInputs, unclearInputs, others, inputLockedDays]) => ({
    internalInputs,
    unclearInputs,
    directInputs: Math.max(internalInputs + unclearInputs + others, inputLockedDays.length),
    inputLockedDays,
  }));

const tally: fc.Arbitrary<Tally> = fc
  .tuple(inputs, fc.nat(4), fc.constantFrom("private", "ambiguous", "ci-only", "public", "none", "unknown"))
  .map(([counted, mainFlakes, cacheClass]) => ({ ...counted, mainFlakes, cacheClass, askedBy: "all" }));

const repository: fc.Arbitrary<MeasuredRepository & { readonly team: number }> = fc.record({
  isEligible: fc.boolean(),
  isRead: fc.boolean(),
  stages: fc.subarray([...stages]),
  findings: fc.array(finding, { maxLength: 12 }),
  unaskedChecks: fc.array(fc.record({ checkId: fc.constantFrom(...checkIds), theme: fc.constantFrom(...themes) }), {
    maxLength: 2,
  }),
  tally: fc.option(tally),
  team: fc.integer({ min: 0, max: 3 }),
});

describe("every metric", () => {
  it.each(metrics)("$id never counts more than there is, and no unknown as a pass", (metric) => {
    fc.assert(
      fc.property(fc.array(repository), (repositories) => {
        const { numerator, denominator, unknown } = measure(metric, repositories);

        expect(Math.min(numerator, denominator, unknown)).toBeGreaterThanOrEqual(0);
        expect(numerator + unknown).toBeLessThanOrEqual(denominator);
      }),
    );
  });

  it.each(counted)("$id of teams that share no repository adds up to that of the organization", (metric) => {
    fc.assert(
      fc.property(fc.array(repository), (repositories) => {
        const whole = measure(metric, repositories);
        const parts = [0, 1, 2, 3].map((team) =>
          measure(
            metric,
            repositories.filter((one) => one.team === team),
          ),
        );
        const sum = (of: "numerator" | "denominator" | "unknown") => parts.reduce((total, part) => total + part[of], 0);

        expect({ numerator: sum("numerator"), denominator: sum("denominator"), unknown: sum("unknown") }).toEqual(
          whole,
        );
      }),
    );
  });

  it.each(counted)("$id counts no repository that does not count", (metric) => {
    fc.assert(
      fc.property(repository, (one) => {
        expect(metric.count({ ...one, isEligible: false }).denominator).toBe(0);
      }),
    );
  });

  it("has an id of its own by which it is found", () => {
    expect(new Set(counted.map(({ id }) => id)).size).toBe(counted.length);
    for (const metric of metrics) expect(findMetric(metric.id)).toBe(metric);
  });
});

describe("every check", () => {
  it.each(checks)("$id has one metric that counts repositories by it alone", ({ id }) => {
    const ofCheck = metrics.filter(
      ({ basis, unit }) => basis.kind === "check" && basis.checkId === id && unit === "repositories",
    );

    expect(ofCheck).toHaveLength(1);
    expect(metricOfCheck(id)).toBe(ofCheck[0]);
  });

  it.each(checks)(
    "$id makes the version of each metric that rests on it count up with its own",
    ({ id, version, theme }) => {
      const ofTheme = checks.filter((check) => check.theme === theme);
      const sum = ofTheme.reduce((versions, check) => versions + check.version, 0);

      expect(metricOfCheck(id)?.version).toBe(version);
      expect(findMetric(themeMetricId(theme))?.version).toBe(sum);
    },
  );

  it("counts repositories, each once however many of its inputs fail", () => {
    const finding = { checkId: "nixpkgs-single", theme: "lean-inputs", isWaived: false } as const;
    const metric = metricOfCheck("nixpkgs-single");
    const one: MeasuredRepository = {
      isEligible: true,
      isRead: true,
      stages: [],
      unaskedChecks: [],
      tally: null,
      findings: [
        { ...finding, outcome: "fail" },
        { ...finding, outcome: "fail" },
      ],
    };

    expect(metric && measure(metric, [one, { ...one, findings: [] }])).toEqual({
      numerator: 0,
      denominator: 1,
      unknown: 0,
    });
  });
});

describe("a stage's metric", () => {
  it("counts repositories in which the stage shows, and the unread as unknown", () => {
    const metric = findMetric("stage-packaging");
    const base: MeasuredRepository = { ...unread, isRead: true };
    const shares = metric && measure(metric, [base, { ...base, stages: ["packaging"] }, { ...base, isRead: false }]);

    expect(shares).toEqual({ numerator: 1, denominator: 3, unknown: 1 });
  });
});

describe("the cache classes", () => {
  it("add up, with the unknown, to the repositories with a flake", () => {
    fc.assert(
      fc.property(fc.array(repository), (repositories) => {
        const shares = cacheMetrics.map((metric) => measure(metric, repositories));
        const told = shares.reduce((total, { numerator }) => total + numerator, 0);

        for (const { denominator, unknown } of shares) expect(told + unknown).toBe(denominator);
      }),
    );
  });
});

describe("the median age of inputs", () => {
  const day = "2026-11-22";

  it("lies between the youngest and the oldest, and is none where no age is known", () => {
    fc.assert(
      fc.property(fc.array(repository), (repositories) => {
        const counts = repositories.filter(({ isEligible, isRead }) => isEligible && isRead);
        const ages = agesOn(
          counts.flatMap((one) => one.tally?.inputLockedDays ?? []),
          day,
        );
        const middle = medianInputAgeDays(repositories, day);

        if (ages.length === 0) expect(middle).toBeNull();
        else {
          expect(middle).toBeGreaterThanOrEqual(Math.min(...ages));
          expect(middle).toBeLessThanOrEqual(Math.max(...ages));
        }
      }),
    );
  });

  it("has an age or is unknown for every input that it counts", () => {
    fc.assert(
      fc.property(fc.array(repository), (repositories) => {
        const { numerator, denominator, unknown } = measure(medianInputAge, repositories);

        expect(numerator + unknown).toBe(denominator);
      }),
    );
  });

  it("is no share, so that no page can take it for a percent", () => {
    expect(findMetric(medianInputAge.id)).toBeUndefined();
  });
});

describe("a repository that a newer version has not judged yet", () => {
  const finding = (checkId: string, outcome: Outcome) => ({ checkId, outcome, theme: null, isWaived: false });
  const judged: MeasuredRepository = {
    ...unread,
    isRead: true,
    findings: [
      finding("flake-present", "pass"),
      finding("flake-valid", "pass"),
      finding("inputs-fresh", "pass"),
      finding("inputs-fresh", "fail"),
    ],
  };

  it("is unknown in what is counted from a tally, and leaves no whole", () => {
    for (const metric of cacheMetrics)
      expect(metric.count(judged)).toEqual({ numerator: 0, denominator: 1, unknown: 1 });
    expect(internalInputs.count(judged)).toEqual({ numerator: 0, denominator: 2, unknown: 2 });
    expect(medianInputAge.count(judged)).toEqual({ numerator: 0, denominator: 2, unknown: 2 });
    expect(flakesPerRepository.count(judged)).toEqual({ numerator: 1, denominator: 1, unknown: 0 });
  });

  it("is unknown in the metric of a check that came since, and in that of its theme", () => {
    const unasked = { ...judged, unaskedChecks: [{ checkId: "secrets-absent", theme: "secrets" as const }] };
    const count = (id: string) => findMetric(id)?.count(unasked);

    expect(count("secrets-absent")).toEqual({ numerator: 0, denominator: 1, unknown: 1 });
    expect(count("theme-secrets")).toEqual({ numerator: 0, denominator: 1, unknown: 1 });
    expect(count("freshness")).toEqual({ numerator: 0, denominator: 1, unknown: 0 });
  });
});

describe("flakes per repository", () => {
  it("has at least one flake in each repository that it counts", () => {
    fc.assert(
      fc.property(fc.array(repository), (repositories) => {
        const { numerator, denominator } = measure(flakesPerRepository, repositories);

        expect(numerator).toBeGreaterThanOrEqual(denominator);
      }),
    );
  });

  it("is no share, so that no page can take it for a percent", () => {
    expect(findMetric(flakesPerRepository.id)).toBeUndefined();
  });
});
