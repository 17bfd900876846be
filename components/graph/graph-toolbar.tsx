import { Maximize2, ZoomIn, ZoomOut } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { SearchBox } from "#components/ui/search-box.tsx";
import { formatNumber } from "#lib/format/format.ts";
import type { GraphFound } from "./find-in-graph.ts";

export interface GraphToolbarProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly found: GraphFound;
  /** Enter goes to the first that is found. */
  readonly onFirst: () => void;
  readonly view: { readonly zoomIn: () => void; readonly zoomOut: () => void; readonly fit: () => void };
}

/** GraphToolbar is the line above a picture: search, what it finds, zoom. */
export function GraphToolbar({ text, onText, found, onFirst, view }: GraphToolbarProps) {
  return (
    <div className="needs-scripts flex flex-wrap items-center gap-2 px-5 pb-3 print:hidden">
      <SearchBox
        label="Find in the picture"
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onFirst();
        }}
      />
      <p aria-live="polite" className="text-muted-foreground text-small">
        {found.ids === null
          ? ""
          : `${formatNumber(found.ids.size)} found${found.hidden > 0 ? `, hiding ${formatNumber(found.hidden)}` : ""}`}
      </p>
      <span className="ml-auto flex gap-1">
        <Button variant="quiet" size="icon" aria-label="Smaller" data-hint="Smaller (−)" onClick={view.zoomOut}>
          <ZoomOut aria-hidden />
        </Button>
        <Button variant="quiet" size="icon" aria-label="Larger" data-hint="Larger (+)" onClick={view.zoomIn}>
          <ZoomIn aria-hidden />
        </Button>
        <Button variant="quiet" size="icon" aria-label="Fit the width" data-hint="Fit the width" onClick={view.fit}>
          <Maximize2 aria-hidden />
        </Button>
      </span>
    </div>
  );
}
