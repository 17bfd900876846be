import type { Theme } from "./finding.ts";
import type { Share } from "./share.ts";
import type { Stage } from "./stage.ts";

/** GlyphTheme is a theme that has an arm in the flake glyph. */
export type GlyphTheme = Extract<Theme, "freshness" | "semver" | "lean-inputs" | "caches" | "secrets" | "automation">;

/** glyphThemes are the six arms, clockwise from the top. */
export const glyphThemes = [
  "freshness",
  "semver",
  "lean-inputs",
  "caches",
  "secrets",
  "automation",
] as const satisfies readonly GlyphTheme[];

/** GlyphArm is one arm: its length is the share passed; an unknown arm is hollow; one that does not apply is missing. */
export type GlyphArm =
  | { readonly theme: GlyphTheme; readonly state: "measured"; readonly share: Share }
  | { readonly theme: GlyphTheme; readonly state: "unknown" }
  | { readonly theme: GlyphTheme; readonly state: "not-applicable" };

/** Glyph is the flake glyph's data: six arms in the order of `glyphThemes`, and the stages that fill the ring. */
export interface Glyph {
  readonly arms: readonly GlyphArm[];
  readonly stages: readonly Stage[];
}
