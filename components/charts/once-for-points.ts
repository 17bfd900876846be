/**
 * onceForPoints works something out once for a course: its points are remembered between requests, and so is what is
 * drawn from them alone. Hundreds of days for each of forty teams are costly to draw anew.
 */
export function onceForPoints<Point, Result>(
  work: (points: readonly Point[]) => Result,
): (points: readonly Point[]) => Result {
  const results = new WeakMap<readonly Point[], { readonly result: Result }>();
  return (points) => {
    const known = results.get(points) ?? { result: work(points) };
    results.set(points, known);
    return known.result;
  };
}
