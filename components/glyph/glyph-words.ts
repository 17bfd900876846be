import { formatShare } from "#lib/format/format.ts";
import { themeNames } from "#lib/model/finding.ts";
import type { Glyph, GlyphArm } from "#lib/model/glyph.ts";
import { stageWords } from "#lib/views/stage-words.ts";

/** armWords says one arm: `60 % (6 of 10)`, `unknown`, `not applicable`. */
export function armWords(arm: GlyphArm): string {
  if (arm.state === "unknown") return "unknown";
  if (arm.state === "not-applicable") return "not applicable";
  return formatShare(arm.share);
}

/** glyphWords says a whole glyph in one sentence, for those who do not see it. Arms that do not apply are left out. */
export function glyphWords(glyph: Glyph): string {
  const arms = glyph.arms
    .filter((arm) => arm.state !== "not-applicable")
    .map((arm) => `${themeNames[arm.theme]} ${armWords(arm)}`);
  const stages = glyph.stages.map((stage) => stageWords[stage].label.toLowerCase());
  const armText = arms.length === 0 ? "nothing applies yet" : arms.join(", ");
  const stageText = stages.length === 0 ? "no stage reached" : `stages reached: ${stages.join(", ")}`;
  return `${armText}; ${stageText}`;
}
