import type { ReactNode } from "react";

export interface ReportSectionProps {
  readonly title: string;
  /** Beside the title, in small. */
  readonly note?: string;
  readonly children: ReactNode;
}

/** ReportSection is one part of a printed report: no box, a line above it. */
export function ReportSection({ title, note, children }: ReportSectionProps) {
  return (
    <section className="mt-2 min-w-0 border-t pt-1.5">
      <h2 className="mb-1 font-semibold">
        {title}
        {note === undefined ? null : <span className="font-normal text-muted-foreground">, {note}</span>}
      </h2>
      {children}
    </section>
  );
}
