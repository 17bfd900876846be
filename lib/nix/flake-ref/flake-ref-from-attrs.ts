import type { FlakeRef, FlakeRefAttr, FlakeRefResult } from "./flake-ref.ts";
import { catchFlakeRefError, FlakeRefError } from "./flake-ref-error.ts";
import { type Attrs, optionalInteger, optionalString, requiredString } from "./scheme.ts";
import { schemes } from "./schemes.ts";

/**
 * flakeRefFromAttrs reads a reference in attribute form, as `inputs.x = { type = "github"; owner = …; }` in a
 * `flake.nix`, or `original` and `locked` in a lock.
 *
 * `flake`, `inputs` and `follows` are no part of the reference and must be left out. A `type` that Nix does not know
 * passes as it is. Without `type` it is an error: then only `url` may be given, and `parseFlakeRef` reads it.
 * Source: Nix 2.35, src/libfetchers/fetchers.cc (Input::fromAttrs).
 */
export function flakeRefFromAttrs(attrs: Iterable<readonly [string, FlakeRefAttr]>): FlakeRefResult {
  return catchFlakeRefError(() => ({ status: "ok", ref: checkAttrs(new Map(attrs)) }) as const);
}

function checkAttrs(attrs: Attrs): FlakeRef {
  const type = optionalString(attrs, "type");
  if (type === undefined) throw new FlakeRefError("the attribute 'type' is required but not given");
  const dir = optionalString(attrs, "dir") ?? "";
  const own = new Map(attrs);
  own.delete("dir");
  const scheme = schemes.get(type);
  if (scheme === undefined) return toFlakeRef(own, dir);
  for (const name of own.keys()) {
    if (name === "type" || name === "__final" || scheme.allowed.has(name)) continue;
    throw new FlakeRefError(`input attribute '${name}' not supported by scheme '${type}'`);
  }
  return toFlakeRef(scheme.check(own), dir);
}

/**
 * toFlakeRef makes a reference of checked attributes and the `dir` beside them ("" for none).
 *
 * @throws FlakeRefError when an attribute that all schemes share has the wrong type.
 */
export function toFlakeRef(attrs: Attrs, dir: string): FlakeRef {
  optionalString(attrs, "ref");
  optionalInteger(attrs, "revCount");
  optionalInteger(attrs, "lastModified");
  const all = dir === "" ? [...attrs] : [...attrs, ["dir", dir] as const];
  all.sort(([a], [b]) => (a < b ? -1 : 1));
  // fromEntries defines own properties: a name like `__proto__` stays a name.
  return { ...Object.fromEntries(all), type: requiredString(attrs, "type") };
}
