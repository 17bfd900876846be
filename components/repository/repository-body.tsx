import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import { FlakeGlyph } from "#components/glyph/flake-glyph.tsx";
import { InputGraphCard } from "#components/input-graph/input-graph-card.tsx";
import { NextReading } from "#components/learn/next-reading.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { RepositoryView } from "#lib/views/repository.ts";
import { Findings } from "./findings.tsx";
import { FlakeCard } from "./flake-card.tsx";
import { NextStep } from "./next-step.tsx";
import { PracticeCards } from "./practice-cards.tsx";
import { StageLadder } from "./stage-ladder.tsx";
import { Timeline } from "./timeline.tsx";

/** RepositoryBody is everything under a repository's name: stages and next step, flakes, findings, practices, timeline. */
export function RepositoryBody({ view }: { readonly view: RepositoryView }) {
  const hasThemes = view.glyph.arms.some(({ state }) => state !== "not-applicable");
  return (
    <>
      {view.failure ? (
        <ErrorState title="The last scan could not read this repository; what is shown is older." className="mb-5">
          {view.failure.message} ({view.failure.code})
        </ErrorState>
      ) : null}
      <div className="flex flex-col gap-5">
        {/* One column reads stages, next step, then the rest; beside each other the next step has the right one. */}
        <div className="grid items-start gap-5 xl:grid-cols-[22rem_minmax(0,1fr)] xl:grid-rows-[auto_1fr] print:grid-cols-2">
          <SectionCard title="Stages">
            <StageLadder steps={view.ladder} />
          </SectionCard>
          <div className="flex min-w-0 flex-col gap-5 xl:col-start-2 xl:row-span-2 xl:row-start-1 print:order-last print:col-span-2">
            <NextStep view={view} />
            {hasThemes ? <NextReading {...view.reading} /> : null}
          </div>
          {hasThemes ? (
            <SectionCard title="Themes">
              <div className="flex justify-center">
                <FlakeGlyph glyph={view.glyph} />
              </div>
            </SectionCard>
          ) : (
            <NextReading {...view.reading} />
          )}
        </div>
        <Flakes view={view} />
        {view.graph === null ? null : <InputGraphCard graph={view.graph} />}
        <Findings view={view} />
        <PracticeCards cards={view.practices} />
        <Timeline adoption={view.adoption} timeline={view.timeline} />
      </div>
      <CoverageFoot organization={view.organization} coverage={view.coverage} />
    </>
  );
}

function Flakes({ view: { flakes, commit, branchesAsOf } }: { readonly view: RepositoryView }) {
  if (flakes.length > 0) {
    return flakes.map((flake, index) => (
      <FlakeCard key={flake.directory} flake={flake} index={index} branchesAsOf={branchesAsOf} />
    ));
  }
  return (
    <SectionCard title="Flakes">
      <p className="text-muted-foreground">
        {commit === null ? "It has not been read, so nothing is known of flakes." : "No flake.nix in this repository."}
      </p>
    </SectionCard>
  );
}
