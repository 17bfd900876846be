import type { Theme } from "#lib/model/finding.ts";
import type { Day } from "#lib/model/instant.ts";
import type { Tally } from "#lib/model/tally.ts";
import { median } from "./median.ts";
import { agesOn } from "./median-age.ts";
import { type Counted, nothing } from "./metric.ts";
import { directInputsOf, mainFlakesOf } from "./unasked.ts";

/** Figure is a metric that is no share: nobody may call it a percent. */
export type Figure = Ratio | Median;

/** Ratio is a figure whose numerator may exceed its denominator. */
export interface Ratio extends Counted {
  readonly kind: "ratio";
  /** What the numerator and the denominator count. */
  readonly units: readonly [numerator: string, denominator: string];
}

/** Median is a figure that is the middle of what is known: its points carry it as their `value`. */
export interface Median extends Counted {
  readonly kind: "median";
  /** What it is measured in, and what it is measured of. */
  readonly units: readonly [value: "days", denominator: "inputs"];
  readonly theme: Theme;
  /** What one repository brings to it on a day, in a sentence; of a day of the past it is told as past. */
  reason(counted: Pick<Tally, "directInputs" | "inputLockedDays">, day: Day, tense: "present" | "past"): string;
}

/**
 * flakesPerRepository says into how many flakes repositories are split.
 *
 * numerator   main flakes
 * denominator eligible repositories that were read and have one
 * unknown     none: a flake that was not seen is not counted
 */
export const flakesPerRepository: Ratio = {
  id: "flakes-per-repository",
  version: 1,
  kind: "ratio",
  units: ["flakes", "repositories"],
  label: "Flakes per repository",
  definition: "Flakes that are no template, example or test, over the eligible repositories that have one.",
  count(repository) {
    const mainFlakes = repository.isEligible && repository.isRead ? mainFlakesOf(repository) : 0;
    return mainFlakes === 0 ? nothing : { numerator: mainFlakes, denominator: 1, unknown: 0 };
  },
};

/**
 * medianInputAge says how old the inputs are that flakes are built with: half of them are older.
 *
 * value       median of the ages in days that are known
 * numerator   direct inputs of known age
 * denominator direct inputs of the main flakes of eligible repositories that were read
 * unknown     those of unknown age; all of a repository that no version has judged which counts ages
 */
export const medianInputAge: Median = {
  id: "median-input-age",
  version: 1,
  kind: "median",
  units: ["days", "inputs"],
  theme: "freshness",
  label: "Median age of inputs",
  definition:
    "Half of the direct inputs of eligible repositories are locked to something older than this. Inputs whose age is unknown are counted apart.",
  count(repository) {
    if (!repository.isEligible || !repository.isRead) return nothing;
    const denominator = directInputsOf(repository);
    const numerator = repository.tally?.inputLockedDays.length ?? 0;
    return { numerator, denominator, unknown: denominator - numerator };
  },
  reason({ directInputs, inputLockedDays }, day, tense) {
    const { has, is, are } = tenses[tense];
    if (directInputs === 0) return `It ${has} no inputs from elsewhere.`;
    const ages = agesOn(inputLockedDays, day);
    const middle = median(ages);
    if (middle === null) return `The age of none of its inputs ${is} known.`;
    const [youngest, oldest] = [Math.min(...ages), Math.max(...ages)];
    if (ages.length === 1) return `Its one input of known age ${is} ${middle} days old.`;
    return `Its inputs ${are} ${youngest} to ${oldest} days old, their median ${is} ${middle}.`;
  },
};

const tenses = {
  present: { has: "has", is: "is", are: "are" },
  past: { has: "had", is: "was", are: "were" },
} as const;

/** figures are all of them, in the order in which pages list them. */
export const figures: readonly Figure[] = [medianInputAge, flakesPerRepository];

/** findMedian is the median of an id, or undefined for one that does not exist. */
export function findMedian(id: string): Median | undefined {
  return figures.find((figure): figure is Median => figure.kind === "median" && figure.id === id);
}
