import { formatNofN, formatPercent } from "#lib/format/format.ts";
import { ShareBar } from "./share-bar.tsx";

export interface ShareCellProps {
  readonly share: { readonly numerator: number; readonly denominator: number; readonly unknown: number };
  readonly color?: string;
  /** Leads to what is in and out of the share. */
  readonly href: string;
}

/** ShareCell is a share in a table: percent, n of N, a bar. A share of nothing is a dash. */
export function ShareCell({ share, color, href }: ShareCellProps) {
  if (share.denominator === 0) {
    return (
      <span className="text-muted-foreground" data-hint="Nothing here that it applies to">
        –
      </span>
    );
  }
  return (
    <a
      href={href}
      className="group block w-28 max-sm:w-14"
      data-hint={share.unknown > 0 ? `${share.unknown} of them unknown` : undefined}
    >
      <span className="flex items-baseline justify-between gap-x-1.5 max-sm:flex-col">
        <span className="font-medium underline-offset-4 group-hover:underline">
          {formatPercent(share.numerator / share.denominator)}
        </span>
        <span className="whitespace-nowrap text-muted-foreground text-small">{formatNofN(share)}</span>
      </span>
      <ShareBar {...share} {...(color ? { color } : {})} className="mt-1 h-1!" />
    </a>
  );
}
