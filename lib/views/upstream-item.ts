import { organizationHref } from "./hrefs.ts";

/** UpstreamKind is what an upstream is, as its text begins. */
export type UpstreamKind =
  | "github"
  | "gitlab"
  | "sourcehut"
  | "flakehub"
  | "git"
  | "hg"
  | "tarball"
  | "file"
  | "indirect";

const kinds: ReadonlySet<string> = new Set<UpstreamKind>([
  "github",
  "gitlab",
  "sourcehut",
  "flakehub",
  "git",
  "hg",
  "tarball",
  "file",
  "indirect",
]);

/** UpstreamItem names an upstream and its page. */
export interface UpstreamItem {
  /** As `upstreamOf` writes it: `github:nixos/nixpkgs`. */
  readonly upstream: string;
  /** Without its kind: `nixos/nixpkgs`. */
  readonly name: string;
  readonly kind: UpstreamKind;
  readonly href: string;
}

/** upstreamItem names an upstream; a kind that is not known counts as an archive. */
export function upstreamItem(slug: string, upstream: string): UpstreamItem {
  const { kind, name } = partsOf(upstream);
  return { upstream, name, kind, href: inputHref(slug, upstream) };
}

function partsOf(upstream: string): { readonly kind: UpstreamKind; readonly name: string } {
  const colon = upstream.indexOf(":");
  const type = upstream.slice(0, colon);
  return { kind: isUpstreamKind(type) ? type : "tarball", name: upstream.slice(colon + 1) };
}

function isUpstreamKind(type: string): type is UpstreamKind {
  return kinds.has(type);
}

/** inputsHref is the list of upstreams. */
export function inputsHref(slug: string): string {
  return `${organizationHref(slug)}/inputs`;
}

/** inputHref is an upstream's page, for one revision where one is named. */
export function inputHref(slug: string, upstream: string, revision: string | null = null): string {
  const query = revision === null ? "" : `?${new URLSearchParams({ revision }).toString()}`;
  return `${inputsHref(slug)}/${upstreamKey(upstream)}${query}`;
}

/** inputExportHref answers with the uses of an upstream as a file. */
export function inputExportHref(slug: string, upstream: string): string {
  return `${organizationHref(slug)}/exports/inputs/${upstreamKey(upstream)}`;
}

/**
 * upstreamKey is an upstream as one part of an address that stays readable: `github:nixos~1nixpkgs`. Proxies undo or
 * refuse an encoded slash, so it is written as in a JSON Pointer (RFC 6901): `~1`, and `~` itself as `~0`.
 */
export function upstreamKey(upstream: string): string {
  const key = upstream.replaceAll("~", "~0").replaceAll("/", "~1");
  return encodeURIComponent(key).replaceAll("%3A", ":");
}

/** upstreamOfKey is the upstream that a part of an address names, decoded by whoever routes it or not. */
export function upstreamOfKey(key: string): string {
  return decoded(key).replaceAll("~1", "/").replaceAll("~0", "~");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * upstreamUrl is the page of an upstream on a public forge; null for any other host, which is shown as text: the
 * address comes from a repository.
 */
export function upstreamUrl(upstream: string): string | null {
  const { kind, name } = partsOf(upstream);
  const parts = name.split("/");
  const path = parts.map((part) => encodeURIComponent(part).replaceAll("%7E", "~")).join("/");
  const isOnPublicHost = !(parts.length > 2 && parts[0]?.includes("."));
  switch (kind) {
    case "github":
      return parts.length === 2 ? `https://github.com/${path}` : null;
    case "gitlab":
      return isOnPublicHost ? `https://gitlab.com/${path}` : null;
    case "sourcehut":
      return isOnPublicHost ? `https://git.sr.ht/${path}` : null;
    case "flakehub":
      return `https://flakehub.com/flake/${path}`;
    case "git":
      return publicGitHosts.has(parts[0] ?? "") ? `https://${path}` : null;
    default:
      return null;
  }
}

const publicGitHosts = new Set(["codeberg.org", "gitlab.com", "git.sr.ht", "bitbucket.org"]);

/** revisionOf is the beginning of a revision that an address asks for, in lower case; null when it is none. */
export function revisionOf(text: string | null): string | null {
  return text !== null && /^[0-9a-f]{7,64}$/i.test(text) ? text.toLowerCase() : null;
}

/** flakeGraphHref is the graph of an organization's own flakes; `isWhole` folds nothing. */
export function flakeGraphHref(slug: string, isWhole = false): string {
  return `${inputsHref(slug)}/flakes${isWhole ? "?open=all" : ""}`;
}
