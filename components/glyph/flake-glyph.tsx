import Link from "next/link";
import { themeColors } from "#components/finding/theme-words.ts";
import { stageColors } from "#components/repository/stage-colors.ts";
import { cn } from "#components/ui/class-names.ts";
import { formatPercent } from "#lib/format/format.ts";
import { themeNames } from "#lib/model/finding.ts";
import type { Glyph, GlyphTheme } from "#lib/model/glyph.ts";
import { stages } from "#lib/model/stage.ts";
import {
  type ArmShape,
  arcPath,
  armEnd,
  armPath,
  armShapes,
  armStart,
  branchPath,
  branchPlaces,
  pointAt,
} from "./glyph-geometry.ts";
import { glyphWords } from "./glyph-words.ts";

/** GlyphSize is 16 beside a name, 64 on a card, 200 with labels on a page of its own. */
export type GlyphSize = 16 | 64 | 200;

interface SizeShape {
  readonly viewBox: string;
  readonly armWidth: number;
  readonly branchWidth: number;
  readonly trackWidth: number;
  readonly ringRadius: number;
  readonly ringWidth: number;
  readonly classes: string;
}

// Small drawings need bolder strokes: in the glyph's units a pixel is 13 wide at 16, 3.4 at 64 and 1 at 200.
const sizeShapes: Record<GlyphSize, SizeShape> = {
  16: {
    viewBox: "-108 -108 216 216",
    armWidth: 24,
    branchWidth: 0,
    trackWidth: 0,
    ringRadius: 0,
    ringWidth: 0,
    classes: "size-4",
  },
  64: {
    viewBox: "-110 -110 220 220",
    armWidth: 11,
    branchWidth: 8,
    trackWidth: 2.5,
    ringRadius: 20,
    ringWidth: 9,
    classes: "size-16",
  },
  200: {
    viewBox: "-176 -140 352 292",
    armWidth: 8,
    branchWidth: 5.5,
    trackWidth: 1.5,
    ringRadius: 20,
    ringWidth: 8,
    classes: "h-auto w-full max-w-88",
  },
};

export interface FlakeGlyphProps {
  readonly glyph: Glyph;
  readonly size: GlyphSize;
  readonly className?: string;
  /** Where the share of an arm is explained; only the largest size has labels to follow. */
  readonly armHref?: (theme: GlyphTheme) => string;
}

/**
 * FlakeGlyph draws a repository or a team as a snowflake: an arm for each theme, as long as the share that passes;
 * hollow when unknown, missing when it does not apply; the ring in the middle fills with the stages reached.
 */
export function FlakeGlyph({ glyph, size, className, armHref }: FlakeGlyphProps) {
  const shape = sizeShapes[size];
  const words = glyphWords(glyph);
  const arms = armShapes(glyph);
  return (
    <svg
      viewBox={shape.viewBox}
      role={armHref === undefined ? "img" : "group"}
      aria-label={words}
      data-hint={size === 200 ? undefined : ""}
      className={cn("shrink-0", shape.classes, className)}
      fill="none"
      strokeLinecap="round"
    >
      {arms.map((arm) => (
        <Arm key={arm.arm.theme} arm={arm} size={size} shape={shape} />
      ))}
      {size === 16 ? <Core count={glyph.stages.length} /> : <Ring glyph={glyph} shape={shape} />}
      {size === 200
        ? arms.map((arm) => <ArmLabel key={arm.arm.theme} arm={arm} href={armHref?.(arm.arm.theme)} />)
        : null}
    </svg>
  );
}

interface ArmProps {
  readonly arm: ArmShape;
  readonly size: GlyphSize;
  readonly shape: SizeShape;
}

function Arm({ arm, size, shape }: ArmProps) {
  const { angle, fraction } = arm;
  if (arm.arm.state === "not-applicable") return null;
  const color = themeColors[arm.arm.theme];
  if (fraction === null)
    return <HollowArm angle={angle} width={size === 16 ? 26 : shape.armWidth + 5} color={color} size={size} />;

  const reached = armStart + (armEnd - armStart) * fraction;
  const branches = branchPlaces.filter((place) => shape.branchWidth > 0 && fraction >= place);
  return (
    <>
      {shape.trackWidth === 0 ? null : (
        <path d={armPath(angle, armEnd)} stroke={color} strokeWidth={shape.trackWidth} opacity={0.45} />
      )}
      <path d={armPath(angle, reached)} stroke={color} strokeWidth={shape.armWidth} />
      {branches.length === 0 ? null : (
        <path
          d={branches.map((place) => branchPath(angle, place)).join("")}
          stroke={color}
          strokeWidth={shape.branchWidth}
        />
      )}
    </>
  );
}

interface HollowArmProps {
  readonly angle: number;
  readonly width: number;
  readonly color: string;
  readonly size: GlyphSize;
}

function HollowArm({ angle, width, color, size }: HollowArmProps) {
  return (
    <rect
      x={armStart}
      y={-width / 2}
      width={armEnd - armStart}
      height={width}
      rx={width / 2}
      transform={`rotate(${angle})`}
      stroke={color}
      strokeWidth={size === 16 ? 9 : 2.5}
    />
  );
}

function Ring({ glyph, shape }: { readonly glyph: Glyph; readonly shape: SizeShape }) {
  const gap = 16;
  return stages.map((stage, index) => {
    const from = -90 + index * 72 + gap / 2;
    const isReached = glyph.stages.includes(stage);
    return (
      <path
        key={stage}
        d={arcPath(shape.ringRadius, from, from + 72 - gap)}
        stroke={isReached ? stageColors[stage] : "var(--stage-none)"}
        strokeWidth={isReached ? shape.ringWidth : shape.trackWidth}
        strokeLinecap="butt"
      />
    );
  });
}

// At 16 pixels five segments would blur: the middle is a dot that is open before the first stage.
function Core({ count }: { readonly count: number }) {
  return (
    <circle
      r={count === 0 ? 13 : 19}
      fill={count === 0 ? "none" : "currentColor"}
      stroke={count === 0 ? "var(--stage-none)" : "none"}
      strokeWidth={9}
    />
  );
}

function ArmLabel({ arm, href }: { readonly arm: ArmShape; readonly href: string | undefined }) {
  if (arm.arm.state === "not-applicable") return null;
  const place = pointAt(arm.angle, 112);
  const anchor = Math.abs(place.x) < 1 ? "middle" : place.x > 0 ? "start" : "end";
  const isTop = anchor === "middle" && place.y < 0;
  const label = (
    <text
      x={place.x}
      y={place.y + (anchor === "middle" ? (isTop ? -12 : 12) : 0)}
      textAnchor={anchor}
      className="fill-foreground text-small"
      aria-hidden={href === undefined}
    >
      <tspan className="font-medium group-hover:underline">{themeNames[arm.arm.theme]}</tspan>
      <tspan x={place.x} dy={15} className="fill-muted-foreground">
        {arm.fraction === null ? "unknown" : formatPercent(arm.fraction)}
      </tspan>
    </text>
  );
  if (href === undefined) return label;
  return (
    <Link href={href} className="group">
      {label}
    </Link>
  );
}
