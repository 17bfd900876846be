import type { CacheSource } from "#lib/model/cache-facts.ts";
import type { Evidence } from "#lib/model/evidence.ts";

/** NixSetting is one setting of Nix, wherever it is made. */
export interface NixSetting {
  /** Under its present name, without `extra-`. */
  readonly name: string;
  /** `extra-` adds to what is set elsewhere; without it, that is replaced. */
  readonly isExtra: boolean;
  /** The words of its value, as nix.conf would hold them, without those that are computed. */
  readonly words: readonly string[];
  /** Part of the value is only known by evaluation, or when the workflow runs. */
  readonly isComputed: boolean;
  readonly source: CacheSource;
  readonly evidence: Evidence;
}

// Source: Nix, src/libstore/include/nix/store/globals.hh (aliases of settings).
const presentNames = new Map([
  ["binary-caches", "substituters"],
  ["trusted-binary-caches", "trusted-substituters"],
  ["binary-cache-public-keys", "trusted-public-keys"],
  ["build-use-sandbox", "sandbox"],
  ["build-use-chroot", "sandbox"],
]);

/** settingName is the present name of a setting, and whether it adds to the value: `extra-binary-caches` → `substituters`. */
export function settingName(written: string): Pick<NixSetting, "name" | "isExtra"> {
  const isExtra = written.startsWith("extra-");
  const name = isExtra ? written.slice("extra-".length) : written;
  return { name: presentNames.get(name) ?? name, isExtra };
}

/** settingValue splits a value as nix.conf does. What a workflow or Nix would fill in has a `$`. */
export function settingValue(texts: readonly string[]): Pick<NixSetting, "words" | "isComputed"> {
  const words = texts.flatMap((text) => text.split(/\s+/)).filter((word) => word !== "");
  return { words: words.filter((word) => !word.includes("$")), isComputed: words.some((word) => word.includes("$")) };
}

// The longest line of a real nix.conf, a list of keys, has two thousand characters.
const lineLengthMax = 8_000;

/**
 * confSettings reads the text of a nix.conf: a line each, `name = value`, `#` begins a comment. What it includes is not
 * followed.
 *
 * @param placeOf gives the place of a line, counted from 1.
 */
export function confSettings(
  text: string,
  source: CacheSource,
  placeOf: (line: number) => Evidence,
): readonly NixSetting[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.length > lineLengthMax) return [];
    const [, name, value] = /^\s*([a-z][a-z-]*)\s*=(.*)$/.exec(withoutExpressions(line).split("#", 1).join("")) ?? [];
    if (name === undefined || value === undefined) return [];
    return [{ ...settingName(name), ...settingValue([value]), source, evidence: placeOf(index + 1) }];
  });
}

/** `${{ … }}` of a workflow is one word that nobody knows. */
function withoutExpressions(line: string): string {
  return line.replace(/\$\{\{[^}]*\}\}/g, "$");
}
