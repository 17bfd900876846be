import { RangeLinks } from "#components/charts/range-links.tsx";
import { TrendChart } from "#components/charts/trend-chart.tsx";
import { themeColors } from "#components/finding/theme-words.ts";
import { chartGoal } from "#components/metric/chart-goal.ts";
import { stageColors } from "#components/repository/stage-colors.ts";
import { SectionCard } from "#components/ui/section-card.tsx";
import { stageNames } from "#lib/model/stage.ts";
import type { OverviewView } from "#lib/views/overview.ts";
import type { TrendRange } from "#lib/views/trend-range.ts";

export interface StageCourseProps {
  readonly view: Pick<OverviewView, "adoptionTrend" | "stageTrends" | "headlines">;
  readonly range: TrendRange;
}

/** StageCourse is how far Nix has come: adoption, and below it the ramp of the stages that repositories reach. */
export function StageCourse({ view, range }: StageCourseProps) {
  const ramp = view.stageTrends.map(({ stage, points }) => ({
    id: stage,
    label: stageNames[stage],
    color: stageColors[stage],
    isArea: true,
    points,
  }));
  return (
    <SectionCard
      title="Adoption and stages over time"
      note="Eligible repositories in percent: with a main flake, and in which each stage shows. One with several stages counts in each."
      actions={<RangeLinks range={range} />}
    >
      <TrendChart
        name="Adoption and stages"
        goal={chartGoal(view.headlines, "adoption")}
        series={[
          ...ramp,
          { id: "adoption", label: "Adoption", color: themeColors.adoption, isLead: true, points: view.adoptionTrend },
        ]}
      />
    </SectionCard>
  );
}
