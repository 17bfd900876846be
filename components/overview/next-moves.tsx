import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { NextMove } from "#lib/views/overview.ts";

/** NextMoves is three to five concrete things worth doing, each with where, why and a link. */
export function NextMoves({ moves }: { readonly moves: readonly NextMove[] }) {
  return (
    <SectionCard title="Next best moves" isFlush>
      {moves.length === 0 ? (
        <p className="px-5 pb-5 text-muted-foreground">Nothing stands out. The next scan looks again.</p>
      ) : (
        <ol>
          {moves.map((move) => (
            <li key={move.id} className="border-t">
              <Link
                href={move.href}
                className="group flex items-start gap-3 px-5 py-3 -outline-offset-2 hover:bg-muted"
              >
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{move.step}</span>
                  <span className="block text-muted-foreground text-small">
                    <span className="text-foreground">{move.subject}</span>: {move.why}
                  </span>
                </span>
                <ArrowRight
                  className="mt-0.5 size-4 shrink-0 text-muted-foreground transition-transform duration-100 group-hover:translate-x-0.5 group-hover:text-primary"
                  aria-hidden
                />
              </Link>
            </li>
          ))}
        </ol>
      )}
    </SectionCard>
  );
}
