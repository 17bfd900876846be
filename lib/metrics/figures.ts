import { type Counted, nothing } from "./metric.ts";

/** Figure is a metric that is no share: its numerator may exceed its denominator, and nobody may call it a percent. */
export interface Figure extends Counted {
  readonly kind: "ratio";
  /** What the numerator and the denominator count. */
  readonly units: readonly [numerator: string, denominator: string];
}

/**
 * flakesPerRepository says into how many flakes repositories are split.
 *
 * numerator   main flakes
 * denominator eligible repositories that were read and have one
 * unknown     none: a flake that was not seen is not counted
 */
export const flakesPerRepository: Figure = {
  id: "flakes-per-repository",
  version: 1,
  kind: "ratio",
  units: ["flakes", "repositories"],
  label: "Flakes per repository",
  definition: "Flakes that are no template, example or test, over the eligible repositories that have one.",
  count({ isEligible, isRead, tally }) {
    if (!isEligible || !isRead || tally === null || tally.mainFlakes === 0) return nothing;
    return { numerator: tally.mainFlakes, denominator: 1, unknown: 0 };
  },
};

/** figures are all of them, in the order in which pages list them. */
export const figures: readonly Figure[] = [flakesPerRepository];
