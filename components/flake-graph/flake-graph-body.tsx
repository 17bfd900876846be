import Link from "next/link";
import { CoverageFoot } from "#components/frame/coverage-foot.tsx";
import { GraphCanvas } from "#components/graph/graph-canvas.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { FlakeGraphView } from "#lib/views/flake-graph.ts";
import { FlakeGraphTable } from "./flake-graph-table.tsx";

/** FlakeGraphBody is the organization's own flakes as a picture and as a table. */
export function FlakeGraphBody({ view }: { readonly view: FlakeGraphView }) {
  if (view.rows.length === 0) {
    return (
      <EmptyState title="Which repository's flake uses which will stand here.">
        A repository appears once an input of its flake is another repository of the organization.
      </EmptyState>
    );
  }
  return (
    <>
      <SectionCard
        title="Who uses whom"
        note="What others rest on stands at the left, what uses it to the right. Filled: used by others. Warning sign: in a circle, closed by a dashed line. Dotted: not known here."
        actions={
          view.isFolded ? (
            <Button asChild size="small">
              <Link href={view.hrefs.whole} prefetch={false} scroll={false}>
                Show everything
              </Link>
            </Button>
          ) : null
        }
        isFlush
      >
        <GraphCanvas
          label={`Own flakes of ${view.organization.name}`}
          picture={view.picture}
          pageLabel="Open the repository"
          dashedLabel="closes the circle with"
          className="max-h-[75vh]"
        />
      </SectionCard>
      <SectionCard title="The same as a list" className="mt-5" isFlush>
        <FlakeGraphTable name={view.organization.name} rows={view.rows} />
      </SectionCard>
      <CoverageFoot organization={view.organization} coverage={view.coverage} />
    </>
  );
}
