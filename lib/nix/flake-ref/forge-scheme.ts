import { BadUrlError } from "./flake-ref-error.ts";
import { formatNarHash } from "./nar-hash.ts";
import { formatNixUrl, type NixUrl } from "./nix-url.ts";
import { isLegalRefName } from "./ref-name.ts";
import { checkRevision, formatRevision, isCommitHash } from "./revision.ts";
import { type Attrs, optionalString, requiredString, type Scheme } from "./scheme.ts";

/**
 * forgeScheme reads `github:`, `gitlab:` and `sourcehut:` references: `<type>:<owner>/<repo>[/<ref or rev>]`.
 *
 * Empty segments do not count; everything after the repository is one ref, slashes and all; 40 hexadecimal digits in
 * third place are a revision. The query may hold `ref`, `rev`, `host` and `narHash`, nothing else (since Nix 2.35).
 * Source: Nix 2.35, src/libfetchers/github.cc (GitArchiveInputScheme).
 */
export function forgeScheme(type: "github" | "gitlab" | "sourcehut"): Scheme {
  return {
    allowed: new Set(["owner", "repo", "ref", "rev", "narHash", "lastModified", "host", "treeHash"]),
    fromUrl: (url) => (url.scheme === type ? check(readUrl(type, url)) : null),
    check,
    toUrl: (attrs) => toUrl(type, attrs),
  };
}

const queryAttrs = new Set(["ref", "rev", "host", "narHash"]);

function readUrl(type: string, url: NixUrl): Attrs {
  const [owner, repo, ...rest] = url.path.filter((segment) => segment !== "");
  if (owner === undefined || repo === undefined) {
    throw new BadUrlError(`URL '${formatNixUrl(url)}' is invalid: it must name an owner and a repository`);
  }
  const attrs = new Map([
    ["type", type],
    ["owner", owner],
    ["repo", repo],
  ]);
  const refOrRev = rest.join("/");
  if (refOrRev !== "") attrs.set(isCommitHash(refOrRev) ? "rev" : "ref", refOrRev);
  for (const [name, value] of url.query) {
    if (!queryAttrs.has(name)) {
      throw new BadUrlError(`URL '${formatNixUrl(url)}' contains unknown parameter '${name}'`);
    }
    if (attrs.has(name)) throw new BadUrlError(`URL '${formatNixUrl(url)}' contains more than one ${name}`);
    attrs.set(name, value);
  }
  return attrs;
}

function check(attrs: Attrs): Attrs {
  requiredString(attrs, "owner");
  requiredString(attrs, "repo");
  const ref = optionalString(attrs, "ref");
  const rev = optionalString(attrs, "rev");
  const host = optionalString(attrs, "host");
  if (ref !== undefined && rev !== undefined) {
    throw new BadUrlError(`input has both a commit hash ('${rev}') and a branch/tag name ('${ref}')`);
  }
  if (rev !== undefined) checkRevision(rev);
  if (ref !== undefined && !isLegalRefName(ref)) throw new BadUrlError(`'${ref}' is not a branch/tag name`);
  if (host !== undefined && !/^[a-zA-Z0-9.-]*$/.test(host)) throw new BadUrlError(`'${host}' is not a host`);
  return attrs;
}

function toUrl(type: string, attrs: Attrs): NixUrl {
  const ref = optionalString(attrs, "ref");
  const rev = optionalString(attrs, "rev");
  const path = [requiredString(attrs, "owner"), requiredString(attrs, "repo")];
  if (ref !== undefined) path.push(ref);
  if (rev !== undefined) path.push(formatRevision(rev));
  const query = new Map<string, string>();
  const narHash = optionalString(attrs, "narHash");
  const host = optionalString(attrs, "host");
  if (narHash !== undefined) query.set("narHash", formatNarHash(narHash));
  if (host !== undefined) query.set("host", host);
  return { scheme: type, authority: null, path, query, fragment: "" };
}
