import Link from "next/link";
import { themeColors } from "#components/finding/theme-words.ts";
import { stageColors } from "#components/repository/stage-colors.ts";
import { formatPercent } from "#lib/format/format.ts";
import { themeNames } from "#lib/model/finding.ts";
import type { Glyph, GlyphTheme } from "#lib/model/glyph.ts";
import { type Stage, stages } from "#lib/model/stage.ts";
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
import { HollowArm } from "./hollow-arm.tsx";

const armWidth = 8;
const branchWidth = 5.5;
const trackWidth = 1.5;
const hollowWidth = 13;
const outlineWidth = 2.5;
const ringRadius = 20;

export interface FlakeGlyphProps {
  readonly glyph: Glyph;
  /** Where the share of an arm is explained. */
  readonly armHref?: (theme: GlyphTheme) => string;
}

/**
 * FlakeGlyph draws a repository or a team as a snowflake with labels, on a page of its own: an arm for each theme, as
 * long as the share that passes; hollow when unknown, missing when it does not apply; the ring in the middle fills with
 * the stages reached. Beside a name stands a `SmallGlyph`.
 */
export function FlakeGlyph({ glyph, armHref }: FlakeGlyphProps) {
  const arms = armShapes(glyph);
  return (
    <svg
      viewBox="-176 -140 352 292"
      role={armHref === undefined ? "img" : "group"}
      aria-label={glyphWords(glyph)}
      className="h-auto w-full max-w-88 shrink-0"
      fill="none"
      strokeLinecap="round"
    >
      {arms.map((arm) => (
        <Arm key={arm.arm.theme} arm={arm} />
      ))}
      <Ring reached={glyph.stages} />
      {arms.map((arm) => (
        <ArmLabel key={arm.arm.theme} arm={arm} href={armHref?.(arm.arm.theme)} />
      ))}
    </svg>
  );
}

function Arm({ arm: { arm, angle, fraction } }: { readonly arm: ArmShape }) {
  if (arm.state === "not-applicable") return null;
  const color = themeColors[arm.theme];
  if (fraction === null) {
    return <HollowArm angle={angle} color={color} width={hollowWidth} outlineWidth={outlineWidth} />;
  }

  const reached = armStart + (armEnd - armStart) * fraction;
  const branches = branchPlaces.filter((place) => fraction >= place);
  return (
    <>
      <path d={armPath(angle, armEnd)} stroke={color} strokeWidth={trackWidth} opacity={0.45} />
      <path d={armPath(angle, reached)} stroke={color} strokeWidth={armWidth} />
      {branches.length === 0 ? null : (
        <path d={branches.map((place) => branchPath(angle, place)).join("")} stroke={color} strokeWidth={branchWidth} />
      )}
    </>
  );
}

function Ring({ reached }: { readonly reached: readonly Stage[] }) {
  const gap = 16;
  return stages.map((stage, index) => {
    const from = -90 + index * 72 + gap / 2;
    const isReached = reached.includes(stage);
    return (
      <path
        key={stage}
        d={arcPath(ringRadius, from, from + 72 - gap)}
        stroke={isReached ? stageColors[stage] : "var(--stage-none)"}
        strokeWidth={isReached ? armWidth : trackWidth}
        strokeLinecap="butt"
      />
    );
  });
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
