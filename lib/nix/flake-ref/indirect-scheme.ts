import { BadUrlError } from "./flake-ref-error.ts";
import { formatNixUrl, type NixUrl } from "./nix-url.ts";
import { isLegalRefName } from "./ref-name.ts";
import { formatRevision, isCommitHash } from "./revision.ts";
import { type Attrs, optionalString, requiredString, type Scheme } from "./scheme.ts";

const flakeId = /^[a-zA-Z][a-zA-Z0-9_-]*$/;

/**
 * indirectScheme reads registry references: `flake:<id>`, `flake:<id>/<ref or rev>`, `flake:<id>/<ref>/<rev>`.
 * Empty segments do not count, and a query is ignored.
 * Source: Nix 2.35, src/libfetchers/indirect.cc (IndirectInputScheme).
 */
export const indirectScheme: Scheme = {
  allowed: new Set(["id", "ref", "rev", "narHash"]),
  fromUrl: (url) => (url.scheme === "flake" ? readUrl(url) : null),
  check,
  toUrl,
};

function readUrl(url: NixUrl): Attrs {
  const [id = "", second, third, ...rest] = url.path.filter((segment) => segment !== "");
  if (rest.length > 0) throw new BadUrlError(`flake URL '${formatNixUrl(url)}' has more than an id, a ref and a rev`);
  const attrs = new Map([
    ["type", "indirect"],
    ["id", id],
  ]);
  if (second !== undefined && third === undefined && isCommitHash(second)) attrs.set("rev", second.toLowerCase());
  else if (second !== undefined) attrs.set("ref", checkRef(second, url));
  if (third !== undefined) attrs.set("rev", checkRev(third, url));
  return check(attrs);
}

function checkRef(text: string, url: NixUrl): string {
  if (isLegalRefName(text)) return text;
  throw new BadUrlError(`in flake URL '${formatNixUrl(url)}', '${text}' is not a commit hash or branch/tag name`);
}

function checkRev(text: string, url: NixUrl): string {
  if (isCommitHash(text)) return text.toLowerCase();
  throw new BadUrlError(`in flake URL '${formatNixUrl(url)}', '${text}' is not a commit hash`);
}

function check(attrs: Attrs): Attrs {
  const id = requiredString(attrs, "id");
  if (!flakeId.test(id)) throw new BadUrlError(`'${id}' is not a valid flake ID`);
  return attrs;
}

function toUrl(attrs: Attrs): NixUrl {
  const path = [requiredString(attrs, "id")];
  const ref = optionalString(attrs, "ref");
  const rev = optionalString(attrs, "rev");
  if (ref !== undefined) path.push(ref);
  if (rev !== undefined) path.push(formatRevision(rev));
  return { scheme: "flake", authority: null, path, query: new Map(), fragment: "" };
}
