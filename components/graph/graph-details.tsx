import { X } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import type { GraphEdge, GraphNode, GraphPicture } from "#lib/views/graph-picture.ts";

export interface GraphDetailsProps {
  readonly picture: GraphPicture;
  readonly node: GraphNode;
  /** What the page of a node is called: "Who uses it". */
  readonly pageLabel: string;
  readonly dashedLabel: string;
  readonly onGo: (id: string) => void;
  readonly onClose: () => void;
}

/** GraphDetails is what is known of one node, with the ways to those that lines lead to. It takes the focus, Escape gives it back. */
export function GraphDetails({ picture, node, pageLabel, dashedLabel, onGo, onClose }: GraphDetailsProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another node has other details to read
  useEffect(() => heading.current?.focus({ preventScroll: true }), [node.id]);
  const lines = picture.edges.filter(({ from, to, kind }) => kind !== "frame" && (from === node.id || to === node.id));
  const titles = new Map(picture.nodes.map(({ id, title }) => [id, title]));
  return (
    <section
      aria-label={`About ${node.title}`}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
      className="border-t bg-card px-5 py-4 lg:absolute lg:top-3 lg:right-3 lg:max-h-[calc(100%-1.5rem)] lg:w-80 lg:overflow-y-auto lg:rounded-md lg:border lg:shadow-md"
    >
      <header className="flex items-start justify-between gap-2">
        <h3 ref={heading} tabIndex={-1} className="font-medium font-mono outline-none [overflow-wrap:anywhere]">
          {node.title}
        </h3>
        <Button variant="quiet" size="icon" aria-label="Close" onClick={onClose}>
          <X aria-hidden />
        </Button>
      </header>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-small">
        {node.details.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-muted-foreground">{label}</dt>
            <dd className="[overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
      {lines.length > 0 ? (
        <ul className="mt-3 flex flex-wrap gap-1.5" aria-label="Lines">
          {lines.slice(0, linesShown).map((edge) => (
            <li key={`${edge.from} ${edge.to} ${edge.kind}`}>
              <Button size="small" onClick={() => onGo(edge.from === node.id ? edge.to : edge.from)}>
                {lineWords(edge, node, dashedLabel)} {titles.get(edge.from === node.id ? edge.to : edge.from)}
              </Button>
            </li>
          ))}
          {lines.length > linesShown ? (
            <li className="self-center text-muted-foreground text-small">and {lines.length - linesShown} more</li>
          ) : null}
        </ul>
      ) : null}
      <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-small">
        {node.href === null ? null : (
          <Link href={node.href} className="text-primary underline-offset-4 hover:underline">
            {pageLabel}
          </Link>
        )}
        {node.folded === null ? null : (
          <Link href={node.folded.href} scroll={false} className="text-primary underline-offset-4 hover:underline">
            Show the {node.folded.count} behind it
          </Link>
        )}
      </p>
    </section>
  );
}

const linesShown = 12;

function lineWords({ from, kind }: GraphEdge, node: GraphNode, dashedLabel: string): string {
  const arrow = from === node.id ? "→" : "←";
  return kind === "dashed" ? `${arrow} ${dashedLabel}` : arrow;
}
