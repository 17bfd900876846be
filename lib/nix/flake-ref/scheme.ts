import type { FlakeRefAttr } from "./flake-ref.ts";
import { FlakeRefError } from "./flake-ref-error.ts";
import type { NixUrl } from "./nix-url.ts";

/** Attrs are the attributes of a reference while it is read. A Map, for a name may be `__proto__`. */
export type Attrs = ReadonlyMap<string, FlakeRefAttr>;

/**
 * Scheme is one kind of flake reference. All functions throw FlakeRefError for what Nix refuses.
 * `dir` is none of a scheme's business: it is taken off before and put back after.
 */
export interface Scheme {
  /** Attribute names that Nix allows beside `type` (and `dir`). */
  readonly allowed: ReadonlySet<string>;
  /** The attributes of a URL, or null when the URL is of another scheme. `requireTree` is false for `flake = false`. */
  readonly fromUrl: (url: NixUrl, requireTree: boolean) => Attrs | null;
  /** Checks attributes and gives them normalised. */
  readonly check: (attrs: Attrs) => Attrs;
  /** The way back, for attributes that `check` let pass. */
  readonly toUrl: (attrs: Attrs) => NixUrl;
}

/** optionalString gives a string attribute, undefined when absent. */
export function optionalString(attrs: Attrs, name: string): string | undefined {
  const value = attrs.get(name);
  if (value === undefined || typeof value === "string") return value;
  throw new FlakeRefError(`input attribute '${name}' is not a string`);
}

/** requiredString gives a string attribute that must be there. */
export function requiredString(attrs: Attrs, name: string): string {
  const value = optionalString(attrs, name);
  if (value === undefined) throw new FlakeRefError(`input attribute '${name}' is missing`);
  return value;
}

/** optionalBoolean gives a Boolean attribute, undefined when absent. */
export function optionalBoolean(attrs: Attrs, name: string): boolean | undefined {
  const value = attrs.get(name);
  if (value === undefined || typeof value === "boolean") return value;
  throw new FlakeRefError(`input attribute '${name}' is not a Boolean`);
}

/** optionalInteger gives a number attribute, undefined when absent. */
export function optionalInteger(attrs: Attrs, name: string): number | undefined {
  const value = attrs.get(name);
  if (value === undefined || typeof value === "number") return value;
  throw new FlakeRefError(`input attribute '${name}' is not an integer`);
}

/** parseInteger reads a query parameter as a whole number from 0; undefined when it is none. */
export function parseInteger(text: string): number | undefined {
  return /^[0-9]{1,15}$/.test(text) ? Number(text) : undefined;
}
