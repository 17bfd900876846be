"use client";

import { CircleHelp } from "lucide-react";
import Link from "next/link";
import { Popover } from "./popover.tsx";

export interface WhyNumberProps {
  readonly label: string;
  /** What is counted, of what, in one sentence. */
  readonly definition: string;
  /** The counts, spelled out. */
  readonly lines: readonly { readonly term: string; readonly value: string }[];
  /** Leads to what is in and out. */
  readonly href: string;
  readonly linkText: string;
}

/** WhyNumber answers "why is this number what it is": its definition, its counts, and the list behind it. */
export function WhyNumber({ label, definition, lines, href, linkText }: WhyNumberProps) {
  return (
    <Popover
      label={`Why this number: ${label}`}
      trigger={
        <button
          type="button"
          aria-label={`Why this number: ${label}`}
          className="-my-1 grid size-6 place-items-center rounded-md text-muted-foreground hover:bg-muted hover:text-foreground print:hidden"
        >
          <CircleHelp className="size-3.5" aria-hidden />
        </button>
      }
    >
      <p className="font-semibold">{label}</p>
      <p className="mt-1 text-muted-foreground">{definition}</p>
      <dl className="mt-3 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 border-t pt-3">
        {lines.map((line) => (
          <div key={line.term} className="contents">
            <dt className="text-muted-foreground">{line.term}</dt>
            <dd className="text-right">{line.value}</dd>
          </div>
        ))}
      </dl>
      <Link href={href} className="mt-3 inline-block font-medium text-primary underline-offset-4 hover:underline">
        {linkText}
      </Link>
    </Popover>
  );
}
