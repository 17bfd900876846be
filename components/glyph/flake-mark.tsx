import { cn } from "#components/ui/class-names.ts";
import { armEnd, armStart, branchPlaces, pointAt } from "./glyph-geometry.ts";

const angles = [-90, -30, 30, 90, 150, 210] as const;

/** FlakeMark is the product's own mark: a whole flake in one colour, that of the text around it. */
export function FlakeMark({ className }: { readonly className?: string }) {
  return (
    <svg
      viewBox="-110 -110 220 220"
      width={24}
      height={24}
      aria-hidden="true"
      className={cn("shrink-0", className)}
      fill="none"
      stroke="currentColor"
      strokeWidth={13}
      strokeLinecap="round"
    >
      {angles.map((angle) => (
        <path key={angle} d={armPath(angle)} />
      ))}
      <circle r={18} />
    </svg>
  );
}

function armPath(angle: number): string {
  const start = pointAt(angle, armStart);
  const end = pointAt(angle, armEnd);
  const branches = branchPlaces.map((place) => {
    const root = pointAt(angle, armStart + (armEnd - armStart) * place);
    const length = place < 0.5 ? 25 : 17;
    const [left, right] = [pointAt(angle - 52, length), pointAt(angle + 52, length)];
    return `M${root.x + left.x} ${root.y + left.y}L${root.x} ${root.y}L${root.x + right.x} ${root.y + right.y}`;
  });
  return `M${start.x} ${start.y}L${end.x} ${end.y}${branches.join("")}`;
}
