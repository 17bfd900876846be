"use client";

import Link from "next/link";
import { cn } from "#components/ui/class-names.ts";
import { useViewsHere } from "./use-views-here.tsx";

/** ViewsLine is the named questions of the page that is open, as links; nothing while there are none. */
export function ViewsLine() {
  const here = useViewsHere();
  if (here === null || here.views.length === 0) return null;
  return (
    <nav aria-label="Saved views" className="mt-3 basis-full print:hidden">
      <ul className="flex flex-wrap gap-2">
        {here.views.map((view) => (
          <li key={view.id} className="max-w-full">
            <Link
              href={view.href}
              prefetch={false}
              scroll={false}
              aria-current={view === here.current ? "true" : undefined}
              className={cn(
                "block truncate rounded-md border bg-card px-2.5 py-1 text-small hover:border-input hover:bg-muted",
                view === here.current && "border-primary bg-muted font-medium",
              )}
            >
              {view.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
