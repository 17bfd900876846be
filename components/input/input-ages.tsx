import { AgePlot } from "#components/charts/age-plot.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import type { AgeLane } from "#lib/views/age-lanes.ts";
import type { InputView } from "#lib/views/input.ts";
import type { UsageItem } from "#lib/views/inputs.ts";

/** InputAges is how old what is used of an upstream is, each use a mark, what is declared apart from what others bring in. */
export function InputAges({ view }: { readonly view: InputView }) {
  const { input, lanes, limitDays } = view;
  return (
    <SectionCard title="Ages" note="Whole days since the locked revision was made, in flakes that count.">
      {lanes.length === 0 ? (
        <p className="text-muted-foreground">No flake that counts uses it.</p>
      ) : (
        <AgePlot
          lanes={lanes.map((lane) => ({
            label: laneLabel(lane),
            marks: lane.marks.map(({ isUnsupported, ...mark }) => ({ ...mark, isCrossed: isUnsupported })),
          }))}
          limitDays={limitDays}
          noun={["use", "uses"]}
          crossLabel="unsupported branch"
          summary={summaryOf(view)}
          table={{
            columns: ["Use", "Uses", "Youngest, days", "Median, days", "Oldest, days", "Beyond the limit", "Unknown"],
            rows: [
              ...(input.direct ? [spreadRow("Declared", input.direct, lanes, true)] : []),
              ...(input.transitive ? [spreadRow("Brought in by others", input.transitive, lanes, false)] : []),
            ],
          }}
        />
      )}
    </SectionCard>
  );
}

function laneLabel({ isDirect, unknown }: AgeLane): string {
  const label = isDirect ? "Declared" : "Brought in by other inputs";
  return unknown === 0 ? label : `${label}; ${formatNumber(unknown)} of unknown age`;
}

function spreadRow(
  label: string,
  { spread, unknownAges }: UsageItem,
  lanes: readonly AgeLane[],
  isDirect: boolean,
): readonly string[] {
  const uses = lanes.find((lane) => lane.isDirect === isDirect)?.uses ?? 0;
  const days = (value: number | undefined) => (value === undefined ? "–" : formatNumber(value));
  return [
    label,
    formatNumber(uses),
    days(spread?.minDays),
    days(spread?.medianDays),
    days(spread?.maxDays),
    days(spread?.beyond),
    formatNumber(unknownAges),
  ];
}

function summaryOf({ input, limitDays, lanes }: InputView): string {
  const usage = input.direct ?? input.transitive;
  if (!usage?.spread) return "The age of no use is known.";
  const uses = lanes.find((lane) => lane.isDirect === (input.direct !== null))?.uses ?? 0;
  const known = uses - usage.unknownAges;
  const what = input.direct === null ? "uses through others" : "direct uses";
  const { beyond, medianDays } = usage.spread;
  return `${formatNumber(beyond)} of ${formatNumber(known)} ${what} are older than ${formatCount(limitDays, "day", "days")}; the median is ${formatCount(medianDays, "day", "days")}.`;
}
