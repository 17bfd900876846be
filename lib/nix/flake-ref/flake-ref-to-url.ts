import type { FlakeRef, FlakeRefAttr } from "./flake-ref.ts";
import { catchFlakeRefError, FlakeRefError } from "./flake-ref-error.ts";
import { formatNixUrl } from "./nix-url.ts";
import { optionalString } from "./scheme.ts";
import { schemes } from "./schemes.ts";

/** FlakeRefUrlResult is the URL form, or why there is none. */
export type FlakeRefUrlResult =
  | { readonly status: "ok"; readonly url: string }
  | { readonly status: "error"; readonly message: string };

/**
 * flakeRefToUrl gives a reference in URL form as `builtins.flakeRefToString` does.
 * What the URL form has no place for (`lastModified` of a GitHub reference, say) is left out. A type that Nix does not
 * know has no URL form. Nix forgets `tarball+` and `file+`, so a `file` may read back as a `tarball`.
 * Source: Nix 2.35, src/libflake/flakeref.cc (FlakeRef::to_string).
 */
export function flakeRefToUrl(ref: FlakeRef): FlakeRefUrlResult {
  return catchFlakeRefError(() => ({ status: "ok", url: format(ref) }) as const);
}

function format(ref: FlakeRef): string {
  const scheme = schemes.get(ref.type);
  if (scheme === undefined) throw new FlakeRefError(`cannot show an input of the unsupported type '${ref.type}'`);
  const attrs = new Map<string, FlakeRefAttr>();
  for (const [name, value] of Object.entries(ref)) if (value !== undefined) attrs.set(name, value);
  const dir = optionalString(attrs, "dir");
  attrs.delete("dir");
  const url = scheme.toUrl(scheme.check(attrs));
  const query = new Map(url.query);
  if (dir !== undefined && !query.has("dir")) query.set("dir", dir);
  return formatNixUrl({ ...url, query });
}
