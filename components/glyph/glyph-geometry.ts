import { type Glyph, type GlyphArm, glyphThemes } from "#lib/model/glyph.ts";
import { shareFraction } from "#lib/model/share.ts";

/** Point is a place in the glyph's own coordinates: the middle is 0, 0 and a whole arm ends at 100. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** ArmShape is where one arm is drawn. */
export interface ArmShape {
  readonly arm: GlyphArm;
  /** Degrees, 0 to the right, clockwise; the first arm points up. */
  readonly angle: number;
  /** The length reached, 0 to 1; null when the arm is not measured. */
  readonly fraction: number | null;
}

/** armStart is where arms leave the ring, and armEnd where a whole one ends. */
export const armStart = 30;
export const armEnd = 100;

/** branchPlaces are the places along an arm where it branches once it has grown that far. */
export const branchPlaces = [0.42, 0.72] as const;

/** pointAt is the place `distance` away from the middle in the direction of `angle` (degrees). */
export function pointAt(angle: number, distance: number): Point {
  const radians = (angle * Math.PI) / 180;
  return { x: round(Math.cos(radians) * distance), y: round(Math.sin(radians) * distance) };
}

// One digit is finer than a pixel at 200, and a table says it hundreds of times.
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** armShapes places each arm of a glyph at the angle of its theme, so that a theme always points the same way. */
export function armShapes(glyph: Glyph): readonly ArmShape[] {
  return glyph.arms.map((arm) => ({
    arm,
    angle: -90 + 60 * glyphThemes.indexOf(arm.theme),
    fraction: arm.state === "measured" ? shareFraction(arm.share) : null,
  }));
}

/** armPath is the line of an arm from the ring out to `end`, a distance from the middle. */
export function armPath(angle: number, end: number): string {
  return linePath(pointAt(angle, armStart), pointAt(angle, end));
}

/** branchPath is the two branches of an arm that fork at a place of `branchPlaces`. */
export function branchPath(angle: number, place: number): string {
  const root = pointAt(angle, armStart + (armEnd - armStart) * place);
  // The outer branches are shorter, as on a real crystal.
  const length = place < 0.5 ? 24 : 17;
  return [-52, 52]
    .map((turn) => {
      const step = pointAt(angle + turn, length);
      return linePath(root, { x: round(root.x + step.x), y: round(root.y + step.y) });
    })
    .join("");
}

function linePath(from: Point, to: Point): string {
  return `M${from.x} ${from.y}L${to.x} ${to.y}`;
}

/** arcPath is the outline of an arc of a circle around the middle, from one angle to another (degrees, clockwise). */
export function arcPath(radius: number, fromAngle: number, toAngle: number): string {
  const from = pointAt(fromAngle, radius);
  const to = pointAt(toAngle, radius);
  const isLarge = toAngle - fromAngle > 180 ? 1 : 0;
  return `M${from.x} ${from.y}A${radius} ${radius} 0 ${isLarge} 1 ${to.x} ${to.y}`;
}
