import { themeColors } from "#components/finding/theme-words.ts";
import type { Glyph } from "#lib/model/glyph.ts";
import { type ArmShape, armEnd, armPath, armShapes, armStart } from "./glyph-geometry.ts";
import { glyphWords } from "./glyph-words.ts";
import { HollowArm } from "./hollow-arm.tsx";

// A pixel is 11 wide in the glyph's units: strokes are bolder than in a large drawing.
const armWidth = 24;
const hollowWidth = 26;
const outlineWidth = 9;

/**
 * SmallGlyph is a flake glyph beside a name: an arm for each theme, as in `FlakeGlyph`, and in the middle a dot, which is
 * open before the first stage. A table has one in every row, so that it is made of as few elements as it can be.
 */
export function SmallGlyph({ glyph }: { readonly glyph: Glyph }) {
  const hasStage = glyph.stages.length > 0;
  return (
    <svg
      viewBox="-108 -108 216 216"
      role="img"
      aria-label={glyphWords(glyph)}
      data-hint=""
      className="size-5 shrink-0"
      fill="none"
      strokeWidth={armWidth}
      strokeLinecap="round"
    >
      {armShapes(glyph).map(drawnArm)}
      {hasStage ? (
        <circle r={19} fill="currentColor" />
      ) : (
        <circle r={13} stroke="var(--stage-none)" strokeWidth={outlineWidth} />
      )}
    </svg>
  );
}

function drawnArm({ arm: { theme, state }, angle, fraction }: ArmShape) {
  if (state === "not-applicable") return null;
  if (fraction !== null) {
    const reached = armStart + (armEnd - armStart) * fraction;
    return <path key={theme} d={armPath(angle, reached)} stroke={themeColors[theme]} />;
  }
  return (
    <HollowArm key={theme} angle={angle} color={themeColors[theme]} width={hollowWidth} outlineWidth={outlineWidth} />
  );
}
