import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { LeadCard } from "#components/ui/lead-card.tsx";
import type { NextMove } from "#lib/views/overview.ts";

/** NextMoves is three to five concrete things worth doing, the most urgent first, each with where, why and a link. */
export function NextMoves({ moves }: { readonly moves: readonly NextMove[] }) {
  return (
    <LeadCard title="Next best moves" className="flex flex-col">
      {moves.length === 0 ? (
        <p className="mt-1">Nothing stands out. The next scan looks again.</p>
      ) : (
        <ol className="-mx-5 mt-2 -mb-4 flex flex-1 flex-col">
          {moves.map((move, index) => (
            <li key={move.id} className="flex min-h-16 flex-1 border-primary/20 border-t">
              <Link
                href={move.href}
                className="group flex flex-1 items-center gap-3 px-5 py-2.5 -outline-offset-2 hover:bg-primary/8"
              >
                <span aria-hidden className="w-4 font-medium text-primary">
                  {index + 1}
                </span>
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{move.step}</span>
                  <span className="block text-pretty text-muted-foreground text-small">
                    <span className="text-foreground [overflow-wrap:anywhere]">{move.subject}</span>: {move.why}
                  </span>
                </span>
                <ArrowRight
                  className="size-4 shrink-0 text-primary print:hidden transition-transform duration-100 group-hover:translate-x-0.5"
                  aria-hidden
                />
              </Link>
            </li>
          ))}
        </ol>
      )}
    </LeadCard>
  );
}
