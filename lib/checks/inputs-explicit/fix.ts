import type { Fix } from "#lib/model/fix.ts";
import type { InputFacts } from "#lib/model/flake.ts";
import type { CheckContext, CheckResult } from "../check.ts";
import { findInput } from "../direct-inputs.ts";
import { nixInputUrl } from "../nix-text.ts";
import { flakePath } from "../subjects.ts";

/** fix declares the input where the lock says that the registry has sent it. */
export function fix({ facts }: CheckContext, { subject, outcome }: CheckResult): Fix | null {
  const found = outcome === "fail" ? findInput(facts, subject) : undefined;
  const url = found === undefined ? null : lockedUrl(found.input);
  if (found === undefined || url === null) return null;
  return {
    title: `Declare where ${found.input.name} comes from`,
    language: "nix",
    path: flakePath(found.flake),
    text: nixInputUrl(found.input.name, url),
    note: "That is where flake.lock says that it came from. Lock anew afterwards.",
  };
}

// What a forge allows in a name; anything else would mean something in a URL.
const urlWord = /^[\w.~-]+$/;

function lockedUrl({ ref, locked }: InputFacts): string | null {
  const { type, owner, repo, host } = locked?.attributes ?? {};
  if (type !== "github" || typeof owner !== "string" || typeof repo !== "string" || host !== undefined) return null;
  if (!urlWord.test(owner) || !urlWord.test(repo)) return null;
  return `github:${owner}/${repo}${branchSuffix(ref?.ref, `${owner}/${repo}`)}`;
}

function branchSuffix(ref: unknown, repository: string): string {
  if (typeof ref === "string" && /^[\w./+-]+$/.test(ref)) return `/${ref}`;
  // The branch that the global registry gives for `nixpkgs`. Source: NixOS/flake-registry, flake-registry.json.
  return repository.toLowerCase() === "nixos/nixpkgs" ? "/nixpkgs-unstable" : "";
}
