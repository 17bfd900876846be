import { stringAttr } from "./lock-attrs.ts";
import type { LockAttrs, LockNode } from "./lock-file.ts";

/**
 * isNixpkgsNode tells whether the locked source of a node is a Nixpkgs tree, upstream or fork.
 *
 * It is: a forge repository named `nixpkgs`, or `cachix/devenv-nixpkgs`; a Git repository whose URL ends so;
 * a tarball of a channel, of a release, of FlakeHub's `nixpkgs` and `nixpkgs-weekly`, or of such a GitHub repository;
 * a path that the registry's `nixpkgs` was locked to. Names compare without case, as forges do.
 * It is not: `nixpkgs.lib`, `nixpkgs-fmt` and the like. With `dir=lib` it is: the whole tree is fetched all the same.
 */
export function isNixpkgsNode(node: LockNode): boolean {
  const type = stringAttr(node.locked, "type") ?? "";
  return Object.hasOwn(rules, type) && (rules[type]?.(node.locked, node.original) ?? false);
}

const rules: Readonly<Record<string, (locked: LockAttrs | null, original: LockAttrs | null) => boolean>> = {
  github: isForgeRepository,
  gitlab: isForgeRepository,
  sourcehut: isForgeRepository,
  git: (locked) => repositoryUrl.test(urlOf(locked)),
  tarball: (locked) => tarballUrls.some((url) => url.test(urlOf(locked))),
  path: (_, original) => stringAttr(original, "type") === "indirect" && stringAttr(original, "id") === "nixpkgs",
};

const repositoryUrl = /(?:[/:]nixpkgs|[/:]cachix\/devenv-nixpkgs)(?:\.git)?\/?(?:\?|$)/i;
const tarballUrls: readonly RegExp[] = [
  /^https?:\/\/(?:channels\.nixos\.org|(?:www\.)?nixos\.org\/channels)\/(?:nixos|nixpkgs)-[^/?]+\/nixexprs\.tar\.[a-z0-9]+(?:\?|$)/i,
  /^https?:\/\/releases\.nixos\.org\/(?:nixos|nixpkgs)\/(?:[^/?]+\/)+nixexprs\.tar\.[a-z0-9]+(?:\?|$)/i,
  /^https?:\/\/(?:api\.)?flakehub\.com\/f\/(?:pinned\/)?[^/?]+\/nixpkgs(?:-weekly)?\//i,
  /^https?:\/\/(?:www\.)?github\.com\/(?:[^/?]+\/nixpkgs|cachix\/devenv-nixpkgs)\/(?:archive|tarball|zipball)\//i,
  /^https?:\/\/codeload\.github\.com\/(?:[^/?]+\/nixpkgs|cachix\/devenv-nixpkgs)\//i,
  /^https?:\/\/api\.github\.com\/repos\/(?:[^/?]+\/nixpkgs|cachix\/devenv-nixpkgs)\/(?:tarball|zipball)\b/i,
];

function isForgeRepository(locked: LockAttrs | null): boolean {
  const owner = stringAttr(locked, "owner")?.toLowerCase();
  const repo = stringAttr(locked, "repo")?.toLowerCase();
  return repo === "nixpkgs" || (owner === "cachix" && repo === "devenv-nixpkgs");
}

function urlOf(locked: LockAttrs | null): string {
  return stringAttr(locked, "url") ?? "";
}
