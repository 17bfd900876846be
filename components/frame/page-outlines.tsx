import { Fragment, type ReactNode } from "react";
import { cn } from "#components/ui/class-names.ts";
import type { PageShape } from "./page-shape.ts";

// One element that stands in many places is sent once.
const tableLine = (
  <div className="flex h-10 items-center justify-between gap-5 border-t px-5">
    <Bar className="w-1/4" />
    <Bar className="w-1/12" />
    <Bar className="w-1/6 max-sm:hidden" />
    <Bar className="w-1/5 max-sm:hidden" />
  </div>
);

/** The outline of each kind of page, where its title, its sentence and its parts will stand. */
export const pageOutlines: Readonly<Record<PageShape, ReactNode>> = {
  overview: (
    <Outline>
      <div className="grid rounded-md border bg-card sm:grid-cols-2 xl:grid-cols-4">
        {places(4).map((place) => (
          <Lines key={place} className="h-38 p-5" />
        ))}
      </div>
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1.65fr)_minmax(0,1fr)]">
        <Card className="h-118" />
        <Card className="h-118" />
      </div>
    </Outline>
  ),
  cards: (
    <Outline>
      <div className="grid gap-5 xl:grid-cols-2">
        {places(6).map((place) => (
          <Card key={place} className="h-84" />
        ))}
      </div>
    </Outline>
  ),
  table: (
    <Outline>
      <div className="rounded-md border bg-card">
        <Lines className="h-26 p-5" />
        {places(16).map((place) => (
          <Fragment key={place}>{tableLine}</Fragment>
        ))}
      </div>
    </Outline>
  ),
  details: (
    <Outline hasBreadcrumb>
      <Card className="h-32" />
      <div className="grid gap-5 xl:grid-cols-[22rem_minmax(0,1fr)]">
        <Card className="h-100" />
        <Card className="h-100" />
      </div>
      <Card className="h-84" />
    </Outline>
  ),
};

/** As high as the window at least, so that a page that scrolls keeps its scroll bar, and cut off below it. */
function Outline({
  hasBreadcrumb = false,
  children,
}: {
  readonly hasBreadcrumb?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div aria-hidden className="appear grid h-dvh grid-cols-1 content-start overflow-hidden">
      {hasBreadcrumb ? <Bar className="mt-0.5 mb-2 w-16" /> : null}
      <Bar className="my-1.25 h-6! w-56" />
      <Bar className="mt-4.25 mb-7.5 h-4! w-104" />
      <div className="flex flex-col gap-5">{children}</div>
    </div>
  );
}

function Card({ className }: { readonly className: string }) {
  return <Lines className={cn("rounded-md border bg-card p-5", className)} />;
}

function Lines({ className }: { readonly className: string }) {
  return (
    <div className={className}>
      <Bar className="w-28" />
      <Bar className="mt-3 w-48" />
    </div>
  );
}

function Bar({ className }: { readonly className: string }) {
  return <div className={cn("h-3 max-w-full rounded-md bg-muted", className)} />;
}

function places(count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => place);
}
