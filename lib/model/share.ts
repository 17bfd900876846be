/**
 * Share is a part of a whole in absolute counts. `unknown` counts what could not be decided: it is in the
 * denominator, never in the numerator, and is shown apart.
 */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
}

/** shareFraction is numerator over denominator, 0 to 1; null when nothing is in the denominator. */
export function shareFraction(share: Share): number | null {
  return share.denominator === 0 ? null : share.numerator / share.denominator;
}
