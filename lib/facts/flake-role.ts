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
]);

/**
 * flakeRole is the role of the flake in `directory`, by the first folder on its way whose name, or the last word of
 * it (`integration-tests`), is telling; `main` when none is. Of 142 public repositories with flakes, 21 hold six or
 * more, mostly templates and tests.
 */
export function flakeRole(directory: string): FlakeRole {
  for (const folder of directory.split("/")) {
    const role = roleOfWord.get(folder.toLowerCase().split(/[-_.]/).at(-1) ?? "");
    if (role !== undefined) return role;
  }
  return "main";
}
