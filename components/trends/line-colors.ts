const lineColors = ["var(--line-1)", "var(--line-2)", "var(--line-3)", "var(--line-4)", "var(--line-5)"];
const lineDashes = [undefined, "10 4", "2 3", "10 4 2 4", "16 3"];

/** lineColor tells lines of the same kind apart, such as teams; each is named at its end as well. */
export function lineColor(index: number): string {
  return lineColors[index % lineColors.length] ?? "var(--line-1)";
}

/** lineDash tells the same lines apart where colours cannot be: the first is whole, each other one is broken its own way. */
export function lineDash(index: number): { readonly dash?: string } {
  const dash = lineDashes[index % lineDashes.length];
  return dash === undefined ? {} : { dash };
}
