import { countRepository } from "#lib/metrics/count-findings.ts";
import type { Metric } from "#lib/metrics/metric.ts";
import type { Check } from "./check.ts";

/**
 * checkMetric counts the repositories that pass a check, so that every check has a course of its own.
 *
 * numerator   repositories in which no finding of the check fails or is unknown, and at least one passes
 * denominator those to which the check applies, among eligible repositories that were read
 * unknown     those that it could not decide
 */
export function checkMetric({ id, version, words }: Check): Metric {
  return {
    id: `check-${id}`,
    version,
    label: words.title,
    definition: `Repositories that pass the check "${words.title}", of the eligible ones to which it applies.`,
    unit: "repositories",
    basis: { kind: "check", checkId: id },
    count: (repository) => countRepository(repository, [id]),
  };
}
