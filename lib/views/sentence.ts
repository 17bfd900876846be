import { formatCount } from "#lib/format/format.ts";
import { adoption, headlines } from "#lib/metrics/headlines.ts";
import { type MeasuredRepository, measure } from "#lib/metrics/metric.ts";
import { type Share, shareFraction } from "#lib/model/share.ts";

/**
 * adoptionSentence says where an organization or team stands, as a person would: how many have a flake, and which
 * practice lags most among those that apply.
 */
export function adoptionSentence(repositories: readonly MeasuredRepository[], asked: string): string {
  const share = measure(adoption, repositories);
  if (share.denominator === 0) return `${asked} has no eligible repositories yet.`;
  const noun = formatCount(share.denominator, "eligible repository", "eligible repositories");
  const verb = share.numerator === 1 ? "has" : "have";
  const unread = share.unknown === 0 ? "" : `; ${formatCount(share.unknown, "is", "are")} not known`;
  const lagging = laggingPractice(repositories);
  return `${share.numerator} of ${noun} ${verb} a flake${unread}${lagging === null ? "" : `; ${lagging}`}.`;
}

function laggingPractice(repositories: readonly MeasuredRepository[]): string | null {
  const shares = headlines
    .filter((metric) => metric !== adoption)
    .map((metric) => ({ metric, share: measure(metric, repositories) }))
    .flatMap(({ metric, share }) => {
      const fraction = shareFraction(share);
      return fraction === null ? [] : [{ metric, share, fraction }];
    });
  const [lowest] = shares.toSorted((one, other) => one.fraction - other.fraction);
  if (lowest === undefined || lowest.fraction === 1) return null;
  return `what lags is ${lowerFirst(lowest.metric.label)} (${nOfN(lowest.share)} ${lowest.metric.unit})`;
}

function nOfN({ numerator, denominator }: Share): string {
  return `${numerator} of ${denominator}`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
