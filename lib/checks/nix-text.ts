/** nixString writes a text as a Nix string, so that nothing in it is interpolated. */
export function nixString(text: string): string {
  return `"${text.replaceAll(/["\\]|\$\{/g, "\\$&").replaceAll("\n", "\\n")}"`;
}

const keywords: ReadonlySet<string> = new Set("if then else assert with let in rec inherit or".split(" "));

/** nixName writes the name of an attribute, in quotes where Nix needs them. */
export function nixName(name: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_'-]*$/.test(name) && !keywords.has(name) ? name : nixString(name);
}

/** nixInputUrl is the line of flake.nix that declares where an input points. */
export function nixInputUrl(name: string, url: string): string {
  return `inputs.${nixName(name)}.url = ${nixString(url)};`;
}
