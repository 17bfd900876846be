import { countTheme } from "#lib/metrics/count-findings.ts";
import { type MeasuredRepository, sumShares } from "#lib/metrics/metric.ts";
import type { Theme } from "#lib/model/finding.ts";
import { type Glyph, type GlyphArm, type GlyphTheme, glyphThemes } from "#lib/model/glyph.ts";
import type { Share } from "#lib/model/share.ts";
import { type Stage, stages } from "#lib/model/stage.ts";

/** themeShare is the part of a theme's findings that pass, over the eligible repositories that were read. */
export function themeShare(theme: Theme, repositories: readonly MeasuredRepository[]): Share {
  return sumShares(repositories.map((repository) => countTheme(repository, theme)));
}

/** glyphOf is the flake glyph of one repository, or of all that a team owns. */
export function glyphOf(repositories: readonly (MeasuredRepository & { readonly snapshot: Reached })[]): Glyph {
  const reached = new Set(repositories.flatMap((repository) => repository.snapshot?.stages ?? []));
  return {
    arms: glyphThemes.map((theme) => armOf(theme, themeShare(theme, repositories))),
    stages: stages.filter((stage) => reached.has(stage)),
  };
}

type Reached = { readonly stages: readonly Stage[] } | null;

function armOf(theme: GlyphTheme, share: Share): GlyphArm {
  if (share.denominator === 0) return { theme, state: "not-applicable" };
  return share.unknown === share.denominator ? { theme, state: "unknown" } : { theme, state: "measured", share };
}
