/** envrcPath is the file that direnv loads. */
export const envrcPath = ".envrc";

/**
 * lineOfUse is the 1-based line of `.envrc` that loads `use <layout>`, also behind a condition as in
 * `has nix && use flake`; undefined when none does.
 */
export function lineOfUse(text: string, layout: "flake" | "nix"): number | undefined {
  const use = new RegExp(`^(?:[^#]*(?:[;&|]|\\bthen))?\\s*use[ _]${layout}(?![\\w-])`);
  const index = text.split("\n").findIndex((line) => line.length < 1_000 && use.test(line));
  return index === -1 ? undefined : index + 1;
}
