import { memo } from "react";
import { cn } from "#components/ui/class-names.ts";
import type { GraphEdge } from "#lib/views/graph-picture.ts";

// More lines than these across each other show nothing but that there are many.
const quietLinesMax = 24;

export interface GraphLinesProps {
  readonly edges: readonly GraphEdge[];
  /** The node whose lines speak up; null for none. */
  readonly active: string | null;
}

/** GraphLines are the lines of a picture. Those that cross it stay faint, or away where there are many, until their node is asked. */
export const GraphLines = memo(function GraphLines({ edges, active }: GraphLinesProps) {
  const crossing = edges.filter(({ kind }) => kind !== "frame");
  const isCrowded = crossing.length > quietLinesMax;
  const isActive = ({ from, to }: GraphEdge) => active !== null && (from === active || to === active);
  return (
    <g fill="none">
      {edges.map((edge) =>
        edge.kind === "frame" ? (
          <path
            key={`${edge.from} ${edge.to}`}
            d={edge.path}
            className={isActive(edge) ? "stroke-primary" : "stroke-input"}
            strokeWidth={isActive(edge) ? 2 : 1}
          />
        ) : isCrowded && !isActive(edge) ? null : (
          <path
            key={`${edge.from} ${edge.to} ${edge.kind}`}
            d={edge.path}
            markerEnd="url(#graph-arrow)"
            strokeDasharray={edge.kind === "dashed" ? "4 3" : undefined}
            strokeWidth={isActive(edge) ? 2 : 1}
            className={cn(isActive(edge) ? "stroke-primary" : "stroke-unknown opacity-60")}
          />
        ),
      )}
    </g>
  );
});
