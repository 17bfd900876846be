import type { FlakeRefAttr } from "./flake-ref.ts";
import { formatNarHash } from "./nar-hash.ts";
import { formatNixUrl, type NixUrl, parseNixUrl, splitScheme } from "./nix-url.ts";
import { type Attrs, optionalString, parseInteger, requiredString, type Scheme } from "./scheme.ts";

const transports = new Set(["file", "http", "https"]);
const tarballName = /\.(?:zip|tar|tgz|tar\.gz|tar\.xz|tar\.bz2|tar\.zst)$/;
const allowed = new Set(["url", "narHash", "name", "unpack", "rev", "revCount", "lastModified"]);

/**
 * downloadScheme reads what is fetched over `http`, `https` or `file` without version control: a `tarball`, unpacked,
 * or a `file`, as it is.
 *
 * `tarball+…` and `file+…` say which. Of plain URLs those that end like an archive are tarballs, and so are all when
 * the input is to be a flake (`requireTree`); the others are files.
 * Source: Nix 2.35, src/libfetchers/tarball.cc (CurlInputScheme).
 */
export function downloadScheme(type: "tarball" | "file"): Scheme {
  return {
    allowed,
    fromUrl: (url, requireTree) => (typeOf(url, requireTree) === type ? readUrl(type, url) : null),
    check: (attrs) => attrs,
    toUrl,
  };
}

function typeOf(url: NixUrl, requireTree: boolean): string | null {
  const { application, transport } = splitScheme(url.scheme);
  if (!transports.has(transport)) return null;
  if (application !== null) return application;
  return requireTree || tarballName.test(url.path.at(-1) ?? "") ? "tarball" : "file";
}

function readUrl(type: string, url: NixUrl): Attrs {
  const attrs = new Map<string, FlakeRefAttr>([["type", type]]);
  for (const name of ["narHash", "rev"]) {
    const value = url.query.get(name);
    if (value !== undefined) attrs.set(name, value);
  }
  for (const name of ["revCount", "lastModified"]) {
    const value = parseInteger(url.query.get(name) ?? "");
    if (value !== undefined) attrs.set(name, value);
  }
  // Nix's own parameters are not sent to the server, whether or not they had a use.
  const query = new Map([...url.query].filter(([name]) => !allowed.has(name)));
  const scheme = splitScheme(url.scheme).transport;
  return attrs.set("url", formatNixUrl({ ...url, scheme, query, fragment: "" }));
}

function toUrl(attrs: Attrs): NixUrl {
  const url = parseNixUrl(requiredString(attrs, "url"));
  const narHash = optionalString(attrs, "narHash");
  return narHash === undefined ? url : { ...url, query: new Map(url.query).set("narHash", formatNarHash(narHash)) };
}
