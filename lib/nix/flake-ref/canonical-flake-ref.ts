import type { FlakeRef } from "./flake-ref.ts";
import { FlakeRefError } from "./flake-ref-error.ts";
import { formatNixUrl, parseNixUrl } from "./nix-url.ts";

/**
 * canonicalFlakeRef evens out how versions of Nix wrote the same reference: `url` is percent-encoded anew, and a `dir`
 * that older versions left in it is taken out when the attribute `dir` says the same.
 * Source: Nix 2.35, src/libflake/flakeref.cc (FlakeRef::canonicalize).
 */
export function canonicalFlakeRef(ref: FlakeRef): FlakeRef {
  return ref.url === undefined ? ref : { ...ref, url: canonicalUrl(ref.url, ref.dir) };
}

/** isSameFlakeRef tells whether two references are the same for Nix: all attributes, canonical, are equal. */
export function isSameFlakeRef(a: FlakeRef, b: FlakeRef): boolean {
  const left = Object.entries(canonicalFlakeRef(a));
  const right = new Map(Object.entries(canonicalFlakeRef(b)));
  return left.length === right.size && left.every(([name, value]) => right.get(name) === value);
}

function canonicalUrl(text: string, dir: string | undefined): string {
  try {
    const url = parseNixUrl(text, true);
    const query = new Map(url.query);
    if (dir !== undefined && query.get("dir") === dir) query.delete("dir");
    return formatNixUrl({ ...url, query });
  } catch (error) {
    if (error instanceof FlakeRefError) return text;
    throw error;
  }
}
