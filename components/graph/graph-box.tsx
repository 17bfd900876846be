import { memo } from "react";
import { cn } from "#components/ui/class-names.ts";
import { boxHeight, boxWidth, type GraphNode } from "#lib/views/graph-picture.ts";

export interface GraphBoxProps {
  readonly node: GraphNode;
  /** The one that the Tab key reaches. */
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly isDimmed: boolean;
}

const inset = 10;
// What a line holds in this type, so that no text leaves its box; the whole of it stands in the details.
const titleCharacters = 24;
const subtitleCharacters = 29;

const rankClasses = {
  first: "fill-foreground stroke-foreground",
  near: "fill-primary-soft stroke-primary",
  far: "fill-card stroke-input",
} as const satisfies Record<GraphNode["rank"], string>;

/** GraphBox is one node of a picture: title, what it is, and a figure; its outline says whether something is the matter. */
export const GraphBox = memo(function GraphBox({ node, isCurrent, isOpen, isDimmed }: GraphBoxProps) {
  const { title, subtitle, figure, rank, isWarned, isRepeated, isLoose } = node;
  const outline = cn(rankClasses[rank], isWarned && "stroke-fail!", isOpen && "stroke-[2.5]");
  const [ink, faint] =
    rank === "first" ? ["fill-background", "fill-background"] : ["fill-foreground", "fill-muted-foreground"];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element cannot stand inside a drawing
    <g
      data-id={node.id}
      role="button"
      tabIndex={isCurrent ? 0 : -1}
      aria-expanded={isOpen}
      transform={`translate(${node.x} ${node.y})`}
      className={cn(
        "cursor-pointer outline-none [&:focus-visible>.box]:stroke-[3] [&:focus-visible>.box]:stroke-ring",
        isDimmed && "opacity-25",
      )}
    >
      {/* The name of the box: all of its words, whole; the drawn ones are cut to its width. */}
      <title>{wordsOf(node)}</title>
      {isRepeated ? <rect x={4} y={-4} width={boxWidth} height={boxHeight} rx={6} className={outline} /> : null}
      <rect
        width={boxWidth}
        height={boxHeight}
        rx={6}
        strokeDasharray={isLoose ? "3 3" : undefined}
        className={cn("box", outline)}
      />
      <text x={inset} y={17} className={cn("font-medium font-mono text-small", ink)}>
        {shortened(title, titleCharacters - figure.length)}
      </text>
      <text x={inset} y={32} className={cn("text-small", faint)}>
        {shortened(subtitle, subtitleCharacters)}
      </text>
      <text
        x={boxWidth - inset}
        y={17}
        textAnchor="end"
        className={cn("text-small", isWarned ? "fill-fail font-medium" : faint)}
      >
        {isWarned ? "\u26a0\ufe0e " : ""}
        {figure}
      </text>
    </g>
  );
});

function shortened(text: string, characters: number): string {
  return text.length <= characters ? text : `${text.slice(0, Math.max(1, characters - 1))}…`;
}

function wordsOf({ title, subtitle, figure, isWarned, isRepeated, folded }: GraphNode): string {
  return [
    title,
    subtitle,
    figure,
    isWarned ? "beyond the limit" : "",
    isRepeated ? "one of several" : "",
    folded === null ? "" : `hides ${folded.count}`,
  ]
    .filter((words) => words !== "")
    .join(", ");
}
