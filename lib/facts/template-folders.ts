import { posix } from "node:path";
import type { ParsedFlake } from "#lib/nix/flake/parsed-flake.ts";
import { canonicalRelativePath } from "#lib/nix/flake/relative-path.ts";
import type { AttributeName, Binding, Expression } from "#lib/nix/language/syntax-tree.ts";
import { nodesOf } from "#lib/nix/language/walk.ts";

/**
 * templateFolders are the folders that a flake offers as templates, below its own: `rust = { path = ./rust;
 * description = "…"; }` and `templates.rust.path = ./rust`. Collections of templates keep them at the root, where no
 * folder's name tells what they are.
 *
 * @param directory the folder of the flake; the answer is relative to the repository.
 */
export function templateFolders(directory: string, { expression }: ParsedFlake): readonly string[] {
  const folders = new Set<string>();
  for (const node of nodesOf(expression)) {
    if (node.kind !== "attribute-set") continue;
    const isDescribed = node.bindings.some(isDescription);
    for (const binding of node.bindings) {
      if (binding.kind !== "binding") continue;
      const names = binding.path.map(nameOf);
      const isTemplate = (isDescribed && names.length === 1) || names.includes("templates");
      if (!isTemplate || names.at(-1) !== "path") continue;
      const path = relativePath(binding.value);
      if (path !== null) folders.add(posix.join(directory, path));
    }
  }
  // The whole repository as a template says nothing of its flakes.
  return [...folders].filter((folder) => folder !== "." && folder !== directory && !folder.startsWith(".."));
}

function isDescription(binding: Binding): boolean {
  return binding.kind === "binding" && binding.path.length === 1 && binding.path.map(nameOf).includes("description");
}

function nameOf(name: AttributeName): string | null {
  return name.kind === "static-name" ? name.name : null;
}

function relativePath(value: Expression): string | null {
  if (value.kind !== "path" || value.anchor !== "file" || value.parts.length !== 1) return null;
  const [part] = value.parts;
  return part?.kind === "text" ? canonicalRelativePath(part.value) : null;
}
