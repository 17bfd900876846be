import { FlakeRefError } from "./flake-ref-error.ts";
import { type NixUrl, parseNixUrl } from "./nix-url.ts";

/** FlakeHubRange is what a flake asks of FlakeHub: the releases of a project in a SemVer range, as `0.1` or `>=1, <3`. */
export interface FlakeHubRange {
  readonly org: string;
  readonly project: string;
  readonly range: string;
}

/**
 * FlakeHubRelease is what FlakeHub answered.
 * `version` is SemVer without build metadata; `rev` is the commit from that metadata (`+rev-<commit>`), null for a
 * release without.
 */
export interface FlakeHubRelease {
  readonly org: string;
  readonly project: string;
  readonly version: string;
  readonly rev: string | null;
}

/**
 * parseFlakeHubRange reads a declared URL, `https://flakehub.com/f/<org>/<project>/<range>[.tar.gz]`; the range is
 * percent-decoded (`%2A` is `*`).
 *
 * @returns null for every other URL, and for one that pins a release.
 * Source: https://docs.determinate.systems/flakehub/concepts/urls
 */
export function parseFlakeHubRange(url: string): FlakeHubRange | null {
  const [org, project, range, ...rest] = flakeHubPath(url) ?? [];
  if (org === undefined || project === undefined || range === undefined || rest.length > 0) return null;
  return org === "pinned" ? null : { org, project, range: range.replace(/\.tar\.gz$/, "") };
}

/**
 * parseFlakeHubRelease reads a locked URL,
 * `https://api.flakehub.com/f/pinned/<org>/<project>/<version>/<uuid>/source.tar.gz`.
 *
 * @returns null for every other URL.
 */
export function parseFlakeHubRelease(url: string): FlakeHubRelease | null {
  const [pinned, org, project, release, ...rest] = flakeHubPath(url) ?? [];
  if (pinned !== "pinned" || org === undefined || project === undefined || release === undefined) return null;
  if (rest.length === 0) return null;
  const [version = "", metadata = ""] = release.split("+", 2);
  return { org, project, version, rev: /^rev-([0-9a-f]{40})$/.exec(metadata)?.[1] ?? null };
}

// The segments after `/f/`, decoded; null when it is no URL of FlakeHub.
function flakeHubPath(text: string): readonly string[] | null {
  const url = tryParseUrl(text);
  if (url === null || !/^(?:api\.)?flakehub\.com$/i.test(url.authority?.host ?? "")) return null;
  const [first, ...path] = url.path.filter((segment) => segment !== "");
  return first === "f" ? path : null;
}

function tryParseUrl(text: string): NixUrl | null {
  try {
    return parseNixUrl(text, true);
  } catch (error) {
    if (error instanceof FlakeRefError) return null;
    throw error;
  }
}
