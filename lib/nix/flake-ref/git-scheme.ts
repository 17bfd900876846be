import type { FlakeRefAttr } from "./flake-ref.ts";
import { BadUrlError } from "./flake-ref-error.ts";
import { fixGitUrl } from "./git-url.ts";
import { formatNixUrl, type NixUrl, parseNixUrl, splitScheme } from "./nix-url.ts";
import { isLegalRefName } from "./ref-name.ts";
import { formatRevision } from "./revision.ts";
import { type Attrs, optionalBoolean, optionalString, requiredString, type Scheme } from "./scheme.ts";

const textParameters = new Set(["rev", "ref", "keytype", "publicKey", "publicKeys"]);
const flagParameters = new Set(["shallow", "submodules", "lfs", "exportIgnore", "allRefs", "verifyCommit"]);
const otherAttrs = ["url", "lastModified", "revCount", "narHash", "name", "dirtyRev", "dirtyShortRev"];

/**
 * gitScheme reads `git:` and `git+<transport>:` references.
 * A flag is true for `=1` only; parameters that are not Nix's own stay in `url`.
 * `verifyCommit` and the keys need an experimental feature in Nix; here they pass.
 * Source: Nix 2.35, src/libfetchers/git.cc (GitInputScheme).
 */
export const gitScheme: Scheme = {
  allowed: new Set([...textParameters, ...flagParameters, ...otherAttrs]),
  fromUrl: (url) => (url.scheme === "git" || splitScheme(url.scheme).application === "git" ? readUrl(url) : null),
  check,
  toUrl,
};

function readUrl(url: NixUrl): Attrs {
  const attrs = new Map<string, FlakeRefAttr>([["type", "git"]]);
  const query = new Map<string, string>();
  for (const [name, value] of url.query) {
    if (textParameters.has(name)) attrs.set(name, value);
    else if (flagParameters.has(name)) attrs.set(name, value === "1");
    else query.set(name, value);
  }
  const location = formatNixUrl({ ...url, query, fragment: "" });
  // Nix takes what has no `://` anywhere for the path of a folder. `git+ht:tps://host` has one, and passes.
  if (url.scheme !== "git+file" && !location.includes("://")) {
    throw new BadUrlError(`Git URL '${formatNixUrl(url)}' has no '//' with a host behind it`);
  }
  return check(attrs.set("url", location));
}

function check(attrs: Attrs): Attrs {
  const ref = optionalString(attrs, "ref");
  if (ref !== undefined && !isLegalRefName(ref)) throw new BadUrlError(`invalid Git branch/tag name '${ref}'`);
  for (const name of ["shallow", "submodules", "allRefs", "verifyCommit"]) optionalBoolean(attrs, name);
  return new Map(attrs).set("url", fixGitUrl(requiredString(attrs, "url")));
}

function toUrl(attrs: Attrs): NixUrl {
  const url = parseNixUrl(requiredString(attrs, "url"));
  const query = new Map(url.query);
  const rev = optionalString(attrs, "rev");
  if (rev !== undefined) query.set("rev", formatRevision(rev));
  for (const name of ["ref", "keytype", "publicKey", "publicKeys"]) {
    const value = optionalString(attrs, name);
    if (value !== undefined) query.set(name, value);
  }
  for (const name of ["shallow", "lfs", "submodules", "exportIgnore", "verifyCommit"]) {
    if (optionalBoolean(attrs, name) === true) query.set(name, "1");
  }
  return { ...url, scheme: url.scheme === "git" ? "git" : `git+${url.scheme}`, query };
}
