"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { cn } from "#components/ui/class-names.ts";
import { type TrendRange, trendRangeNames, trendRanges } from "#lib/views/trend-range.ts";

/** RangeLinks choose how far back charts look; all else in the address stays as it is. */
export function RangeLinks({ range }: { readonly range: TrendRange }) {
  const parameters = useSearchParams();
  return (
    <nav aria-label="Range" className="-my-0.5 flex rounded-md border p-0.5 text-small print:hidden">
      {trendRanges.map((each) => (
        <Link
          key={each}
          href={`?${new URLSearchParams([...[...parameters].filter(([key]) => key !== "range"), ["range", each]])}`}
          scroll={false}
          aria-current={each === range ? "true" : undefined}
          className={cn(
            "whitespace-nowrap rounded-[4px] px-2 py-0.5 hover:text-foreground",
            each === range ? "bg-muted font-medium text-foreground" : "text-muted-foreground",
          )}
        >
          {trendRangeNames[each]}
        </Link>
      ))}
    </nav>
  );
}
