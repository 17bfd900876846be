import type { InputFacts } from "#lib/model/flake.ts";

/** AskedRelease is what of an input tells which branch, or which release of it, it asks for. */
export type AskedRelease = Pick<InputFacts, "ref" | "versionRange" | "resolvedVersion">;

/**
 * NixpkgsBranch is the branch that an input of Nixpkgs asks for. `locked` asks for none, and the lock holds a release
 * of that one; `default` names none, `pinned` a revision instead; `unclear` says why it cannot be told, as the end of
 * "its branch is unknown: …".
 */
export type NixpkgsBranch =
  | { readonly kind: "branch"; readonly name: string }
  | { readonly kind: "locked"; readonly name: string }
  | { readonly kind: "default" }
  | { readonly kind: "pinned" }
  | { readonly kind: "unclear"; readonly why: string };

/**
 * nixpkgsBranch is the branch that an input asks for: in a reference to a forge, in the URL of a channel, a release or
 * an archive, or by the version of FlakeHub, which publishes nixos-unstable as 0.1 and a release as 0.YYMM.
 */
export function nixpkgsBranch(input: AskedRelease): NixpkgsBranch {
  if (input.ref === null) return { kind: "unclear", why: "where it points cannot be told" };
  const { type, ref, rev, url } = input.ref;
  if (typeof ref === "string") return branchOfRef(ref);
  if (typeof rev === "string") return { kind: "pinned" };
  if (type === "indirect") return branchOfRegistry(input);
  if (typeof url !== "string" || type === "git") {
    return type === "path" ? { kind: "unclear", why: "it is a path" } : { kind: "default" };
  }
  return branchOfUrl(url) ?? branchOfVersion(input) ?? { kind: "unclear", why: "its URL names none" };
}

function branchOfRef(ref: string): NixpkgsBranch {
  const name = ref.replace(/^refs\/heads\//, "");
  if (name === "HEAD") return { kind: "default" };
  return /^[0-9a-f]{40}$/i.test(name) ? { kind: "pinned" } : { kind: "branch", name };
}

/** A registry may name any branch, and that of a person another one; only a version in the lock tells. */
function branchOfRegistry(input: AskedRelease): NixpkgsBranch {
  return branchOfVersion(input) ?? { kind: "unclear", why: "a registry decides it" };
}

const channelUrl = /^https?:\/\/(?:channels\.nixos\.org|(?:www\.)?nixos\.org\/channels)\/([^/?]+)\/nixexprs\./i;
const releaseUrl = /^https?:\/\/releases\.nixos\.org\/nixos\/([^/?]+)\/.*nixexprs\./i;
const archiveUrl = /^https?:\/\/(?:www\.)?github\.com\/[^/]+\/[^/]+\/archive\/(.+?)\.(?:tar\.\w+|tgz|zip)(?:\?|$)/i;

function branchOfUrl(url: string): NixpkgsBranch | undefined {
  const channel = channelUrl.exec(url)?.[1];
  if (channel !== undefined) return { kind: "branch", name: channel };
  const release = releaseUrl.exec(url)?.[1];
  if (release !== undefined) return { kind: "branch", name: `nixos-${release}` };
  const archive = archiveUrl.exec(url)?.[1];
  return archive === undefined ? undefined : branchOfRef(archive);
}

/** A range names its release, or takes any; then the lock says which one it came to. */
function branchOfVersion({ resolvedVersion, versionRange }: AskedRelease): NixpkgsBranch | undefined {
  const asked = releaseBranch(versionRange);
  if (asked !== undefined) return { kind: "branch", name: asked };
  const locked = releaseBranch(resolvedVersion);
  if (locked !== undefined) return { kind: "locked", name: locked };
  return versionRange === null ? undefined : { kind: "unclear", why: `version ${versionRange} may be any release` };
}

function releaseBranch(version: string | null): string | undefined {
  const minor = /^[=^~]?0\.(\d+)(?:\.|$)/.exec(version ?? "")?.[1];
  if (minor === "1") return "nixos-unstable";
  return minor?.length === 4 ? `nixos-${minor.slice(0, 2)}.${minor.slice(2)}` : undefined;
}
