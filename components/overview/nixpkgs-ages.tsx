import { Histogram } from "#components/charts/histogram.tsx";
import { themeColors } from "#components/finding/theme-words.ts";
import { MedianAge } from "#components/metric/median-age.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatAgeDays, formatCount, formatShare } from "#lib/format/format.ts";
import type { AgeBucket, OverviewView } from "#lib/views/overview.ts";

export interface NixpkgsAgesProps {
  readonly ages: OverviewView["nixpkgsAges"];
  /** Of all direct inputs, Nixpkgs among them. */
  readonly inputAges: OverviewView["inputAges"];
}

/** NixpkgsAges is how old the Nixpkgs inputs of main flakes are, against the limit, and the median of all inputs. */
export function NixpkgsAges({ ages, inputAges }: NixpkgsAgesProps) {
  return (
    <SectionCard title="Age of Nixpkgs" note="Nixpkgs inputs of main flakes, by the age of their revision in days.">
      <Histogram
        bars={ages.buckets.map((bucket) => ({ ...bucket, label: shortLabel(bucket) }))}
        limitLabel={`limit ${ages.limitDays} days`}
        unknown={ages.unknown}
        color={themeColors.freshness}
        summary={agesSummary(ages)}
        noun="Inputs"
        sizeHeader="Age in days"
      />
      <div className="mt-3 text-muted-foreground">
        <MedianAge item={inputAges} />
      </div>
    </SectionCard>
  );
}

/** agesSummary says the ages in one sentence; inputs of unknown age are in the whole and never within the limit. */
export function agesSummary({ buckets, limitDays, medianDays, unknown }: OverviewView["nixpkgsAges"]): string {
  const within = buckets.filter((bucket) => !bucket.isBeyondLimit).reduce((sum, bucket) => sum + bucket.count, 0);
  const total = buckets.reduce((sum, bucket) => sum + bucket.count, 0) + unknown;
  if (total === 0) return "No main flake has a Nixpkgs input yet.";
  const share = formatShare({ numerator: within, denominator: total, unknown });
  const median = medianDays === null ? "" : `; half of them are older than ${formatAgeDays(medianDays)}`;
  const apart = unknown === 0 ? "" : `; the age of ${formatCount(unknown, "input", "inputs")} is unknown`;
  return `${share} are within ${limitDays} days${median}${apart}.`;
}

// Under a bar there is room for "≤14", not for "8–14 days"; the note and the table say days.
function shortLabel({ fromDays, toDays }: AgeBucket): string {
  return toDays === null ? `>${fromDays - 1}` : `≤${toDays - 1}`;
}
