import { Maximize2 } from "lucide-react";
import Link from "next/link";
import { GraphCanvas } from "#components/graph/graph-canvas.tsx";
import { Button } from "#components/ui/button.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatCount } from "#lib/format/format.ts";
import type { InputGraph } from "#lib/views/input-graph.ts";

export interface InputGraphCardProps {
  readonly graph: InputGraph;
  /** On a page of its own the window onto the picture is large. */
  readonly isWholePage?: boolean;
}

/** InputGraphCard is the inputs of one flake as a picture, with what its forms mean. */
export function InputGraphCard({ graph, isWholePage = false }: InputGraphCardProps) {
  const { title, sentence, picture, hidden, hrefs } = graph;
  return (
    <SectionCard
      title={isWholePage ? title : "Input graph"}
      note={
        <>
          {isWholePage ? null : `${title}: ${sentence} `}
          {hidden > 0
            ? `${formatCount(hidden, "node is", "nodes are")} folded behind the numbers at the boxes. `
            : null}
          <Legend />
        </>
      }
      actions={
        isWholePage ? (
          <span className="flex flex-wrap gap-2">
            {hidden > 0 ? <LinkButton href={hrefs.everything}>Show everything</LinkButton> : null}
            {picture.nodes.length > 60 ? <LinkButton href={hrefs.folded}>Fold</LinkButton> : null}
          </span>
        ) : (
          <LinkButton href={hrefs.full}>
            <Maximize2 aria-hidden />
            Full page and list
          </LinkButton>
        )
      }
      isFlush
    >
      <GraphCanvas
        key={title}
        label={`Inputs of ${title}`}
        picture={picture}
        pageLabel="Who else uses it"
        dashedLabel="follows"
        className={isWholePage ? "max-h-[75vh]" : "max-h-[30rem]"}
      />
    </SectionCard>
  );
}

function LinkButton({ href, children }: { readonly href: string; readonly children: React.ReactNode }) {
  return (
    <Button asChild size="small">
      <Link href={href} prefetch={false} scroll={false}>
        {children}
      </Link>
    </Button>
  );
}

function Legend() {
  return (
    <span>
      Filled: direct. Double outline: one of several Nixpkgs. Warning sign: beyond the limit of age. Dotted: not a
      flake. Dashed line: follows.
    </span>
  );
}
