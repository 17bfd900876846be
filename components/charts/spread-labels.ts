/**
 * spreadLabels moves positions apart until no two are nearer than `distance`, keeping their order and staying within
 * 0 and `end`, as far as there is room. The answer is in the order of the argument.
 */
export function spreadLabels(positions: readonly number[], distance: number, end: number): readonly number[] {
  const order = positions.map((_, index) => index).sort((one, other) => at(positions, one) - at(positions, other));
  const spread = [...positions];
  let least = 0;
  for (const index of order) {
    spread[index] = Math.max(at(positions, index), least);
    least = at(spread, index) + distance;
  }
  let most = end;
  for (const index of order.toReversed()) {
    spread[index] = Math.min(at(spread, index), most);
    most = at(spread, index) - distance;
  }
  return spread;
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
