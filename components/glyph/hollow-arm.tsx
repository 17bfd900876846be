import { armEnd, armStart } from "./glyph-geometry.ts";

export interface HollowArmProps {
  /** Degrees, as in `ArmShape`. */
  readonly angle: number;
  readonly color: string;
  readonly width: number;
  readonly outlineWidth: number;
}

/** HollowArm is an arm of full length whose share is unknown. */
export function HollowArm({ angle, color, width, outlineWidth }: HollowArmProps) {
  return (
    <rect
      x={armStart}
      y={-width / 2}
      width={armEnd - armStart}
      height={width}
      rx={width / 2}
      transform={`rotate(${angle})`}
      stroke={color}
      strokeWidth={outlineWidth}
    />
  );
}
