import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import { MostNeeded } from "./most-needed.tsx";
import { ResourceShelves, type ResourceShelvesProps } from "./resource-shelves.tsx";

/** LearnBody is the Learn page under its title: what to begin with, then everything by theme and level. */
export function LearnBody(shelves: ResourceShelvesProps) {
  const { view } = shelves;
  return (
    <>
      <div className="flex flex-col gap-5">
        <MostNeeded resources={view.mostNeeded} />
        <ResourceShelves {...shelves} />
      </div>
      <CoverageFoot organization={view.organization} coverage={view.coverage} />
    </>
  );
}
