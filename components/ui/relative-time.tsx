import { formatRelative } from "#lib/format/format.ts";
import type { Instant } from "#lib/model/instant.ts";

export interface RelativeTimeProps {
  readonly instant: Instant;
  readonly className?: string;
}

/**
 * RelativeTime says `12 days ago`, and the UTC moment on hover and focus, by way of the page's `HintLayer`. Its words
 * are those of the moment at which the page was drawn, until the page's `ClockLayer` sets them right; that one text is
 * therefore exempt from the hydration check.
 */
export function RelativeTime({ instant, className }: RelativeTimeProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the UTC moment must be reachable by keyboard
    <time dateTime={instant} data-relative="" data-hint="" tabIndex={0} className={className} suppressHydrationWarning>
      {formatRelative(instant, Date.now())}
    </time>
  );
}
