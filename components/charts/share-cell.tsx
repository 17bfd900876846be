import { formatNofN, formatPercent } from "#lib/format/format.ts";
import { ShareBar } from "./share-bar.tsx";

export interface ShareCellProps {
  readonly share: { readonly numerator: number; readonly denominator: number; readonly unknown: number };
  readonly color?: string;
}

/** ShareCell is a share in a table: percent, n of N, a bar. A share of nothing is a dash. */
export function ShareCell({ share, color }: ShareCellProps) {
  if (share.denominator === 0) {
    return (
      <span className="text-muted-foreground" data-hint="Nothing here that it applies to">
        –
      </span>
    );
  }
  return (
    <div className="w-24" data-hint={share.unknown > 0 ? `${share.unknown} of them unknown` : undefined}>
      <div className="flex items-baseline justify-between gap-2">
        <span className="font-medium">{formatPercent(share.numerator / share.denominator)}</span>
        <span className="text-muted-foreground text-small">{formatNofN(share)}</span>
      </div>
      <ShareBar {...share} {...(color ? { color } : {})} className="mt-1 h-1" />
    </div>
  );
}
