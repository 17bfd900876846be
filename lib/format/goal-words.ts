import type { Goal } from "#lib/model/goal.ts";
import { type Share, shareFraction } from "#lib/model/share.ts";
import { formatDay, formatPercent, formatPoints } from "./format.ts";

/** goalLabel names a goal on a chart: `goal 80 % by 31 Mar 2027`. */
export function goalLabel({ share, by }: Goal): string {
  return `goal ${formatPercent(share)}${by === null ? "" : ` by ${formatDay(by)}`}`;
}

/** goalWords says how far a share is from its goal: `12 points below the goal of 80 %, due 31 Mar 2027`. */
export function goalWords({ share: goal, by }: Goal, share: Share): string {
  const fraction = shareFraction(share);
  const due = by === null ? "" : `, due ${formatDay(by)}`;
  if (fraction === null) return `the goal is ${formatPercent(goal)}${due}`;
  if (fraction >= goal) return `the goal of ${formatPercent(goal)} is reached`;
  const points = formatPoints((goal - fraction) * 100).replace(/^\+/, "");
  return `${points} below the goal of ${formatPercent(goal)}${due}`;
}
