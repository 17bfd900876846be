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
import { StageLadder } from "./stage-ladder.tsx";
import { Timeline } from "./timeline.tsx";
import { ToolingCard } from "./tooling-card.tsx";

/** RepositoryBody is everything under a repository's name: next step, flakes, findings; beside them stages and history. */
export function RepositoryBody({ view }: { readonly view: RepositoryView }) {
  return (
    <>
      {view.failure ? (
        <ErrorState title="The last scan could not read this repository; what is shown is older." className="mb-5">
          {view.failure.message} ({view.failure.code})
        </ErrorState>
      ) : null}
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <NextStep nextStep={view.nextStep} />
          {view.flakes.map((flake, index) => (
            <FlakeCard key={flake.directory} flake={flake} index={index} />
          ))}
          {view.flakes.length === 0 ? (
            <SectionCard title="Flakes">
              <p className="text-muted-foreground">
                {view.commit === null
                  ? "It has not been read, so nothing is known of flakes."
                  : "No flake.nix in this repository."}
              </p>
            </SectionCard>
          ) : null}
          {view.graph === null ? null : <InputGraphCard graph={view.graph} />}
          <Findings view={view} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <SectionCard title="Themes">
            <div className="flex justify-center">
              <FlakeGlyph glyph={view.glyph} size={200} />
            </div>
          </SectionCard>
          <SectionCard title="Stages">
            <StageLadder steps={view.ladder} />
          </SectionCard>
          <NextReading {...view.reading} />
          <ToolingCard view={view} />
          <Timeline items={view.timeline} />
        </div>
      </div>
      <CoverageFoot organization={view.organization} coverage={view.coverage} />
    </>
  );
}
