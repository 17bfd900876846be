import type { CacheFact, CacheSource } from "#lib/model/cache-facts.ts";
import type { Fix } from "#lib/model/fix.ts";
import { keyName, knownCaches } from "../known-caches.ts";
import type { Pairing } from "./pairing.ts";

/**
 * fixPairing writes the missing half of the first pair that lacks one, with the key where it is known and the place to
 * fill where it is not. Null for what a workflow or a nix.conf sets, whose lines are not Nix.
 */
export function fixPairing({ withoutKey, withoutCache }: Pairing): Fix | null {
  const [first] = withoutKey;
  if (first !== undefined) return addKeys(first, withoutKey);
  const [key] = withoutCache;
  const setting = key === undefined ? undefined : settingOf(key.source, "substituters");
  if (key === undefined || setting === undefined) return null;
  return {
    title: `Ask the cache of the key ${quotable(key.name)}, or remove the key`,
    language: "nix",
    path: key.evidence.path,
    text: settingText(setting, [`https://${keyName(key.name)}`]),
    note: "Merge it with the set that is there. A key that nothing uses is better removed.",
  };
}

function addKeys({ source, evidence }: CacheFact, withoutKey: readonly CacheFact[]): Fix | null {
  const setting = settingOf(source, "trusted-public-keys");
  if (setting === undefined) return null;
  const hosts = withoutKey.filter((cache) => cache.evidence.path === evidence.path).map(({ name }) => name);
  const keys = hosts.map((host) => knownCaches.find((cache) => cache.host === host)?.key ?? `${host}-1:PASTE-ITS-KEY`);
  const isKnown = keys.every((key) => !key.endsWith("PASTE-ITS-KEY"));
  return {
    title: `Trust the ${keys.length === 1 ? "key of the cache" : "keys of the caches"}`,
    language: "nix",
    path: evidence.path,
    text: settingText(setting, keys),
    note: isKnown
      ? "Merge it with the set that is there, after comparing the key with the one that the cache's owner publishes."
      : "Merge it with the set that is there. The owner of the cache publishes its key; Cachix shows it on the page of the cache.",
  };
}

/** Where a setting is made in Nix; undefined where it is made otherwise. */
function settingOf(source: CacheSource, name: string): string | undefined {
  if (source === "nix-config") return `nixConfig.extra-${name}`;
  return source === "module" ? `nix.settings.${name}` : undefined;
}

function settingText(setting: string, values: readonly string[]): string {
  const lines = values.map((value) => `    "${quotable(value)}"\n`).join("");
  return `{\n  ${setting} = [\n${lines}  ];\n}\n`;
}

/** Names come from the repository; only what a host or a key is made of goes into a text to paste. */
function quotable(text: string): string {
  return text.replace(/[^A-Za-z0-9.:/+=_-]/g, "");
}
