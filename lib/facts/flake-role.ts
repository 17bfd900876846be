import type { FlakeRole } from "#lib/model/flake.ts";

const roleOfWord = new Map<string, FlakeRole>([
  ["template", "template"],
  ["templates", "template"],
  ["example", "example"],
  ["examples", "example"],
  ["tutorial", "example"],
  ["tutorials", "example"],
  ["demo", "example"],
  ["demos", "example"],
  ["test", "test"],
  ["tests", "test"],
  ["fixture", "test"],
  ["fixtures", "test"],
  ["testdata", "test"],
  // What a flake builds to check itself.
  ["checks", "test"],
]);

// A flake in one of these may build the pages; one below it is shown on them.
const documentationFolders: ReadonlySet<string> = new Set(["doc", "docs", "documentation"]);

/**
 * flakeRole is the role of the flake in `directory`: what the path tells, and example for what lies below a folder of
 * documentation. Of 142 public repositories with flakes, 21 hold six or more, mostly templates and tests.
 */
export function flakeRole(directory: string): FlakeRole {
  const told = pathRole(directory);
  if (told !== "main") return told;
  const above = directory.toLowerCase().split("/").slice(0, -1);
  return above.some((folder) => documentationFolders.has(folder)) ? "example" : "main";
}

// `integration-tests`, `clanTest`.
const betweenWords = /[-_.]|(?<=[a-z])(?=[A-Z])/;

/**
 * pathRole is what a path tells of what lies there, by the first folder on the way whose name, or the last word of it
 * (`integration-tests`), is telling; `main` when none is.
 */
export function pathRole(path: string): FlakeRole {
  for (const folder of path.split("/")) {
    const role = roleOfWord.get(folder.split(betweenWords).at(-1)?.toLowerCase() ?? "");
    if (role !== undefined) return role;
  }
  return "main";
}
