import type { SyntaxNode } from "../language/syntax-tree.ts";
import { nodesOf } from "../language/walk.ts";
import type { NixSource } from "./repository-files.ts";

/** ContainerImageUse is a place where a container image is built; the path is from the root of the repository, the line from 1. */
export interface ContainerImageUse {
  /** `buildLayeredImage`. */
  readonly builder: string;
  readonly path: string;
  readonly line: number;
}

// Names that only Nixpkgs' dockerTools has; `buildImage` needs the word before it.
const builders = new Set([
  "buildLayeredImage",
  "buildLayeredImageWithNixDb",
  "streamLayeredImage",
  "buildImageWithNixDb",
  "buildNixShellImage",
  "streamNixShellImage",
]);
const imageTools = new Set(["dockerTools", "nix2container"]);

/** findContainerImages finds the container images that some files build, by Nixpkgs' dockerTools or by nix2container, in order. */
export function findContainerImages(sources: ReadonlyMap<string, NixSource>): readonly ContainerImageUse[] {
  const uses: ContainerImageUse[] = [];
  for (const [path, { expression, text }] of sources) {
    let hasTools = false;
    const found: { readonly builder: string; readonly start: number }[] = [];
    for (const node of nodesOf(expression)) {
      const names = namesOf(node);
      if (names.length === 0) continue;
      hasTools ||= names.some((name) => imageTools.has(name));
      const builder = names.at(-1) ?? "";
      if (builders.has(builder) || builder === "buildImage") found.push({ builder, start: node.start });
    }
    for (const { builder, start } of found) {
      if (builder !== "buildImage" || hasTools) uses.push({ builder, path, line: text.positionAt(start).line });
    }
  }
  return uses;
}

/** The names in a selection, a variable, a parameter, or one of the names that `inherit (…)` takes. */
function namesOf(node: SyntaxNode): readonly string[] {
  switch (node.kind) {
    case "identifier":
    case "formal":
      return [node.name];
    case "selection":
      return node.path.map((name) => (name.kind === "static-name" ? name.name : ""));
    default:
      return noNames;
  }
}

const noNames: readonly string[] = [];
