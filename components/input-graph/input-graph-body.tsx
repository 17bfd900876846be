import Link from "next/link";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { InputGraphView } from "#lib/views/input-graph.ts";
import { InputGraphCard } from "./input-graph-card.tsx";
import { InputGraphTable } from "./input-graph-table.tsx";

/** InputGraphBody is the inputs of a flake as a picture and as a table, with the other flakes of the repository to choose from. */
export function InputGraphBody({ slug, view }: { readonly slug: string; readonly view: InputGraphView }) {
  const { graph, flakes, rows } = view;
  if (graph === null) {
    return (
      <EmptyState title="The inputs of a flake will stand here as a picture.">
        No flake of this repository has a flake.lock that could be read.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-5">
      {flakes.length > 1 ? (
        <nav aria-label="Flakes" className="flex flex-wrap gap-2 print:hidden">
          {flakes.map(({ title, href, isShown }) => (
            <Link
              key={href}
              href={href}
              prefetch={false}
              aria-current={isShown ? "page" : undefined}
              className={
                isShown
                  ? "rounded-md border border-primary bg-primary-soft px-2.5 py-1 font-mono text-small"
                  : "rounded-md border bg-card px-2.5 py-1 font-mono text-muted-foreground text-small hover:border-input"
              }
            >
              {title}
            </Link>
          ))}
        </nav>
      ) : null}
      <InputGraphCard graph={graph} isWholePage />
      <SectionCard title="The same as a list" isFlush>
        <InputGraphTable slug={slug} title={graph.title} rows={rows} />
      </SectionCard>
    </div>
  );
}
