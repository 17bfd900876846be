import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { PageParameters } from "#components/ui/table-query.ts";
import { formatNumber } from "#lib/format/format.ts";
import type { InputView } from "#lib/views/input.ts";
import { AffectedCard } from "./affected-card.tsx";
import { InputAges } from "./input-ages.tsx";
import { RefsCard } from "./refs-card.tsx";
import { UsesTable } from "./uses-table.tsx";

export interface InputBodyProps {
  readonly view: InputView;
  readonly parameters: PageParameters;
}

/** InputBody is one upstream: how old what is used of it is, who would be affected, and who uses it. */
export function InputBody({ view, parameters }: InputBodyProps) {
  const { revision, uses } = view;
  return (
    <>
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <InputAges view={view} />
          {view.input.refs.length > 0 ? <RefsCard view={view} /> : null}
        </div>
        <AffectedCard view={view} />
      </div>
      <SectionCard
        title={revision === null ? "Who uses it" : `Who uses ${revision.slice(0, 7)}`}
        note={
          view.isPartial
            ? `There are more; the first ${formatNumber(uses.length)} are listed, direct and oldest first. A revision narrows them.`
            : "Each line is an input of a flake, or a node of its lock that another input brings in."
        }
        className="mt-5"
        isFlush
      >
        <UsesTable view={view} parameters={parameters} />
      </SectionCard>
      <CoverageFoot organization={view.organization} coverage={view.coverage} />
    </>
  );
}
