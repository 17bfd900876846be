import { ArrowDownRight, ArrowUpRight } from "lucide-react";
import Link from "next/link";
import { cn } from "#components/ui/class-names.ts";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatPercent, formatPoints } from "#lib/format/format.ts";
import type { Mover } from "#lib/views/movers.ts";

export interface MoversProps {
  readonly movers: readonly Mover[];
  /** An earlier day is known to compare with. */
  readonly isCompared: boolean;
}

/** Movers is the teams that moved most within a month, up or down; each change leads to the repositories that did it. */
export function Movers({ movers, isCompared }: MoversProps) {
  return (
    <SectionCard title="Movers" note="The teams whose shares changed most within 30 days." isFlush>
      {movers.length === 0 ? (
        <p className="px-5 pb-5 text-muted-foreground">
          {isCompared ? "No team's share changed within 30 days." : "No earlier day to compare with yet."}
        </p>
      ) : (
        <ul className="flex flex-1 flex-col">
          {movers.map((mover) => {
            const isUp = mover.after > mover.before;
            const Icon = isUp ? ArrowUpRight : ArrowDownRight;
            return (
              <li key={mover.id} className="flex flex-1 items-center gap-3 border-t px-5 py-2.5">
                <Icon className={cn("size-4 shrink-0", isUp ? "text-pass" : "text-fail")} aria-hidden />
                <span className="min-w-0 flex-1">
                  <Link href={mover.href} className="font-medium underline-offset-4 hover:underline">
                    {mover.team}
                  </Link>
                  <span className="block text-muted-foreground text-small">
                    {mover.label}, {formatPercent(mover.before)} to {formatPercent(mover.after)}
                  </span>
                </span>
                <Link href={mover.changesHref} className="whitespace-nowrap underline-offset-4 hover:underline">
                  {formatPoints((mover.after - mover.before) * 100)}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </SectionCard>
  );
}
