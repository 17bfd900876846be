import type { Theme } from "#lib/model/finding.ts";
import { themeNames } from "#lib/model/finding.ts";
import { themeColors } from "./theme-words.ts";

/** ThemeLabel names a theme beside its hue. */
export function ThemeLabel({ theme }: { readonly theme: Theme }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden className="size-2 rounded-full" style={{ background: themeColors[theme] }} />
      {themeNames[theme]}
    </span>
  );
}
