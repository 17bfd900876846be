const lineColors = ["var(--line-1)", "var(--line-2)", "var(--line-3)", "var(--line-4)", "var(--line-5)"];

/** lineColor tells lines of the same kind apart, such as teams; each is named at its end as well. */
export function lineColor(index: number): string {
  return lineColors[index % lineColors.length] ?? "var(--line-1)";
}
