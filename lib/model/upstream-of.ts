import type { FlakeRefAttributes } from "./flake.ts";

const forges = ["github", "gitlab", "sourcehut"];

// `api.flakehub.com/f/<org>/<name>/…`, and `api.flakehub.com/f/pinned/<org>/<name>/…` for what a lock resolved to;
// `flakehub.com/f/…` is what people write. Source: FlakeHub, https://docs.determinate.systems/flakehub/concepts/.
const flakehubPath = /^\/f\/(?:pinned\/)?([^/]+)\/([^/]+)(?:\/|$)/;

/**
 * upstreamOf says where a flake reference points as one text that can be compared, whatever revision or branch it asks
 * for: `github:nixos/nixpkgs`, `gitlab:gitlab.example.org/team/tool`, `flakehub:nixos/nixpkgs`, `indirect:nixpkgs`,
 * `git:git.example.org/team/tool`, `hg:…`, `tarball:releases.nixos.org/…`, `path:./nix`; in lower case but paths.
 *
 * A user or password in a URL, its query and its fragment are left out.
 *
 * @returns null when the attributes do not say.
 */
export function upstreamOf(attributes: FlakeRefAttributes): string | null {
  const type = textOf(attributes, "type");
  if (type === null) return null;
  if (forges.includes(type)) return forgeOf(attributes, type);
  if (type === "indirect") return prefixed("indirect", textOf(attributes, "id")?.toLowerCase());
  if (type === "path") return prefixed("path", textOf(attributes, "path"));
  const url = urlOf(attributes);
  if (url === null) return null;
  if (type === "git" || type === "hg")
    return gitForgeOf(url) ?? prefixed(type, placeOf(url).replace(/(?:\.git)?\/*$/, ""));
  if (type === "tarball" || type === "file") return flakehubOf(url) ?? gitForgeOf(url) ?? prefixed(type, placeOf(url));
  return null;
}

function forgeOf(attributes: FlakeRefAttributes, type: string): string | null {
  const owner = textOf(attributes, "owner");
  const repo = textOf(attributes, "repo");
  if (owner === null || repo === null) return null;
  const host = textOf(attributes, "host");
  // Nix writes a group within a group of GitLab as `group%2Fsubgroup`.
  return `${type}:${host === null ? "" : `${host}/`}${owner}/${repo}`.replaceAll(/%2f/gi, "/").toLowerCase();
}

/** A clone or an archive of a repository on GitHub is that repository, however it is fetched. */
function gitForgeOf(url: URL): string | null {
  const [, owner, repo] = /^\/([^/]+)\/([^/]+)/.exec(url.pathname) ?? [];
  if (url.hostname !== "github.com" || owner === undefined || repo === undefined) return null;
  return `github:${owner}/${repo.replace(/\.git$/, "")}`.toLowerCase();
}

function flakehubOf(url: URL): string | null {
  if (!/^(?:api\.)?flakehub\.com$/.test(url.hostname)) return null;
  const [, organization, name] = flakehubPath.exec(url.pathname) ?? [];
  if (organization === undefined || name === undefined) return null;
  return `flakehub:${organization}/${name}`.toLowerCase();
}

function placeOf(url: URL): string {
  return `${url.host}${url.pathname}`.toLowerCase();
}

function urlOf(attributes: FlakeRefAttributes): URL | null {
  const text = textOf(attributes, "url");
  return text === null ? null : URL.parse(text);
}

function prefixed(prefix: string, text: string | null | undefined): string | null {
  return text === null || text === undefined || text === "" ? null : `${prefix}:${text}`;
}

function textOf(attributes: FlakeRefAttributes, name: string): string | null {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return typeof value === "string" && value !== "" ? value : null;
}

/** upstreamAmong is the upstream that references to one source tell best, the most wanted reference first; null when none does. */
export function upstreamAmong(...references: readonly (FlakeRefAttributes | null)[]): string | null {
  const upstreams = references.flatMap((reference) => (reference === null ? [] : (upstreamOf(reference) ?? [])));
  // A name of the registry says nothing until it is resolved.
  return upstreams.find((text) => !text.startsWith("indirect:")) ?? upstreams[0] ?? null;
}
