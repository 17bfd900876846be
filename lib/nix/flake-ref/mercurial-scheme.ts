import { BadUrlError } from "./flake-ref-error.ts";
import { formatNixUrl, type NixUrl, parseNixUrl } from "./nix-url.ts";
import { formatRevision } from "./revision.ts";
import { type Attrs, optionalString, requiredString, type Scheme } from "./scheme.ts";

const schemes = new Set(["hg+http", "hg+https", "hg+ssh", "hg+file"]);
// Stricter than a Git ref at its start, looser after it. Source: Nix, src/libutil/include/nix/util/url-parts.hh.
const refName = /^[a-zA-Z0-9@][a-zA-Z0-9_./@+-]*$/;

/**
 * mercurialScheme reads `hg+http:`, `hg+https:`, `hg+ssh:` and `hg+file:` references; the lock calls the type `hg`.
 * Source: Nix 2.35, src/libfetchers/mercurial.cc (MercurialInputScheme).
 */
export const mercurialScheme: Scheme = {
  allowed: new Set(["url", "ref", "rev", "revCount", "narHash", "name"]),
  fromUrl: (url) => (schemes.has(url.scheme) ? readUrl(url) : null),
  check,
  toUrl,
};

function readUrl(url: NixUrl): Attrs {
  const attrs = new Map([["type", "hg"]]);
  const query = new Map<string, string>();
  for (const [name, value] of url.query) (name === "rev" || name === "ref" ? attrs : query).set(name, value);
  const scheme = url.scheme.slice("hg+".length);
  return check(attrs.set("url", formatNixUrl({ ...url, scheme, query, fragment: "" })));
}

function check(attrs: Attrs): Attrs {
  parseNixUrl(requiredString(attrs, "url"));
  const ref = optionalString(attrs, "ref");
  if (ref !== undefined && !refName.test(ref)) throw new BadUrlError(`invalid Mercurial branch/tag name '${ref}'`);
  return attrs;
}

function toUrl(attrs: Attrs): NixUrl {
  const url = parseNixUrl(requiredString(attrs, "url"));
  const query = new Map(url.query);
  const rev = optionalString(attrs, "rev");
  const ref = optionalString(attrs, "ref");
  if (rev !== undefined) query.set("rev", formatRevision(rev));
  if (ref !== undefined) query.set("ref", ref);
  return { ...url, scheme: `hg+${url.scheme}`, query };
}
