import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import type { LearnView } from "#lib/views/learn.ts";
import { MostNeeded } from "./most-needed.tsx";
import { ResourceShelves } from "./resource-shelves.tsx";

/** LearnBody is the Learn page under its title: what to begin with, then everything by theme and level. */
export function LearnBody({ view }: { readonly view: LearnView }) {
  return (
    <>
      <div className="flex flex-col gap-5">
        <MostNeeded resources={view.mostNeeded} />
        <ResourceShelves view={view} />
      </div>
      <CoverageFoot organization={view.organization} coverage={view.coverage} />
    </>
  );
}
