"use client";

import Link from "next/link";
import { type KeyboardEvent, useDeferredValue, useRef, useState } from "react";
import { cn } from "#components/ui/class-names.ts";
import { boxHeight, boxWidth, type GraphNode, type GraphPicture } from "#lib/views/graph-picture.ts";
import { findInGraph } from "./find-in-graph.ts";
import { GraphBox } from "./graph-box.tsx";
import { GraphDetails } from "./graph-details.tsx";
import { GraphLines } from "./graph-lines.tsx";
import { GraphToolbar } from "./graph-toolbar.tsx";
import { useGraphView } from "./use-graph-view.ts";

export interface GraphCanvasProps {
  /** What the picture is of, for readers. */
  readonly label: string;
  readonly picture: GraphPicture;
  /** What the page of a node is called: "Who uses it". */
  readonly pageLabel: string;
  /** What a dashed line means: "follows". */
  readonly dashedLabel: string;
  /** How high the window onto the picture may be. */
  readonly className: string;
}

const arrows: ReadonlyMap<string, keyof GraphNode["keys"]> = new Map([
  ["ArrowLeft", "left"],
  ["ArrowRight", "right"],
  ["ArrowUp", "up"],
  ["ArrowDown", "down"],
]);

/**
 * GraphCanvas is a picture of nodes and lines that one can search, zoom and move. By keyboard, Tab reaches one node,
 * the arrows go along the lines, Enter opens what is known of it.
 */
export function GraphCanvas({ label, picture, pageLabel, dashedLabel, className }: GraphCanvasProps) {
  const area = useRef<HTMLDivElement>(null);
  const view = useGraphView(picture, area);
  const [current, setCurrent] = useState(picture.nodes[0]?.id ?? "");
  const [opened, setOpened] = useState<string | null>(null);
  // Under the pointer, or under the focus.
  const [pointed, setPointed] = useState<string | null>(null);
  const [text, setText] = useState("");
  const found = findInGraph(picture, useDeferredValue(text));
  const open = picture.nodes.find(({ id }) => id === opened);
  // A picture that was unfolded may no longer have the node that Tab reached.
  const reached = picture.nodes.some(({ id }) => id === current) ? current : picture.nodes[0]?.id;

  const go = (id: string) => {
    setCurrent(id);
    const element = area.current?.querySelector(`[data-id="${id}"]`);
    if (!(element instanceof SVGElement)) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const node = picture.nodes.find(({ id }) => id === idAt(event.target));
    if (node === undefined) return;
    const arrow = arrows.get(event.key);
    const target = arrow === undefined ? null : node.keys[arrow];
    if (target !== null) go(target);
    if (event.key === "Enter" || event.key === " ") setOpened(node.id);
    if (event.key === "+") view.zoomIn();
    if (event.key === "-") view.zoomOut();
    if (arrow !== undefined || event.key === " ") event.preventDefault();
  };

  return (
    <div className="relative">
      <GraphToolbar
        text={text}
        onText={setText}
        found={found}
        onFirst={() => {
          const [first] = found.ids ?? [];
          if (first !== undefined) go(first);
        }}
        view={view}
      />
      <div className="relative border-t">
        <div
          ref={area}
          {...view.drag}
          className={cn(
            "cursor-grab overflow-auto overscroll-contain bg-background active:cursor-grabbing print:max-h-none",
            className,
          )}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a drawing */}
          <svg
            role="group"
            aria-label={label}
            viewBox={`0 0 ${picture.width} ${picture.height}`}
            width={picture.width * view.zoom}
            height={picture.height * view.zoom}
            className="block select-none print:h-auto print:max-w-full"
            onKeyDown={onKeyDown}
            onClick={(event) => setOpened(idAt(event.target) ?? opened)}
            onFocus={(event) => {
              setCurrent(idAt(event.target) ?? current);
              setPointed(idAt(event.target));
            }}
            onBlur={() => setPointed(null)}
            onPointerOver={(event) => setPointed(idAt(event.target))}
            onPointerLeave={() => setPointed(null)}
          >
            <defs>
              <marker
                id="graph-arrow"
                viewBox="0 0 6 6"
                refX={6}
                refY={3}
                markerWidth={8}
                markerHeight={8}
                markerUnits="userSpaceOnUse"
                orient="auto"
              >
                <path d="M0 0L6 3L0 6z" className="fill-muted-foreground" />
              </marker>
            </defs>
            <GraphLines edges={picture.edges} active={pointed ?? opened} />
            {picture.nodes.map((node) => (
              <GraphBox
                key={node.id}
                node={node}
                isCurrent={node.id === reached}
                isOpen={node.id === opened}
                isDimmed={found.ids !== null && !found.ids.has(node.id)}
              />
            ))}
            {picture.nodes.map((node) => (node.folded === null ? null : <Unfold key={node.id} node={node} />))}
          </svg>
        </div>
        {open === undefined ? null : (
          <GraphDetails
            picture={picture}
            node={open}
            pageLabel={pageLabel}
            dashedLabel={dashedLabel}
            onGo={(id) => {
              setOpened(null);
              go(id);
            }}
            onClose={() => {
              setOpened(null);
              go(open.id);
            }}
          />
        )}
      </div>
    </div>
  );
}

/** The number of nodes that a box hides, at its edge; it opens them. */
function Unfold({ node }: { readonly node: GraphNode }) {
  const { folded, x, y, title } = node;
  if (folded === null) return null;
  return (
    <Link href={folded.href} scroll={false} prefetch={false} aria-label={`Show the ${folded.count} behind ${title}`}>
      <rect
        x={x + boxWidth + 4}
        y={y + boxHeight / 2 - 10}
        width={40}
        height={20}
        rx={10}
        className="fill-muted stroke-input"
      />
      <text
        x={x + boxWidth + 24}
        y={y + boxHeight / 2 + 4}
        textAnchor="middle"
        className="fill-foreground font-medium text-small"
      >
        +{folded.count}
      </text>
    </Link>
  );
}

function idAt(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest("[data-id]")?.getAttribute("data-id") ?? null) : null;
}
