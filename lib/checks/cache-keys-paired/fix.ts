import type { CacheFact, CacheSource } from "#lib/model/cache-facts.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Fix } from "#lib/model/fix.ts";
import { keyName, knownCaches } from "../known-caches.ts";
import { fixInConf, fixInWorkflow } from "./fix-conf.ts";
import type { Pairing } from "./pairing.ts";

/**
 * fixPairing writes the missing half of the first pair that lacks one, in the language of the file that has the other
 * half, with the key where it is known and the place to fill where it is not. Null where nothing is missing.
 */
export function fixPairing({ withoutKey, withoutCache }: Pairing, facts: RepositoryFacts): Fix | null {
  const [first] = withoutKey;
  if (first !== undefined) return addKeys(first, withoutKey, facts);
  const [key] = withoutCache;
  if (key === undefined) return null;
  const name = quotable(keyName(key.name));
  const title = `Ask the cache of the key ${quotable(key.name)}, or remove the key`;
  const note = "A key that nothing uses is better removed.";
  const values = { substituters: [`https://${name}`], keys: [] };
  if (key.source === "nix.conf") return fixInConf(key.evidence, values, { title, note });
  if (key.source === "workflow") return fixInWorkflow(key.evidence, values, facts, { title, note });
  const setting = settingOf(key.source, "substituters");
  if (setting === undefined) return null;
  const text = settingText(setting, values.substituters);
  return {
    title,
    language: "nix",
    path: key.evidence.path,
    text,
    note: `Merge it with the set that is there. ${note}`,
  };
}

function addKeys(
  { source, evidence }: CacheFact,
  withoutKey: readonly CacheFact[],
  facts: RepositoryFacts,
): Fix | null {
  const caches = withoutKey.filter((cache) => cache.source === source && cache.evidence.path === evidence.path);
  const keys = caches.map(({ name }) => keyOf(quotable(name)));
  const title = `Trust the ${keys.length === 1 ? "key of the cache" : "keys of the caches"}`;
  const note = keys.some((key) => key.endsWith(placeholder))
    ? "The owner of the cache publishes its key; Cachix shows it on the page of the cache."
    : "Compare the key first with the one that the cache's owner publishes.";
  const values = { substituters: caches.map(({ url }) => quotable(url ?? "")), keys };
  if (source === "nix.conf") return fixInConf(evidence, { substituters: [], keys }, { title, note });
  if (source === "workflow") return fixInWorkflow(evidence, values, facts, { title, note });
  const setting = settingOf(source, "trusted-public-keys");
  if (setting === undefined) return null;
  const text = settingText(setting, keys);
  return { title, language: "nix", path: evidence.path, text, note: `Merge it with the set that is there. ${note}` };
}

const placeholder = ":PASTE-ITS-KEY";

function keyOf(host: string): string {
  return knownCaches.find((cache) => cache.host === host)?.key ?? `${host}-1${placeholder}`;
}

/** Where a setting is made in Nix; undefined where it is made otherwise. */
function settingOf(source: CacheSource, name: string): string | undefined {
  if (source === "nix-config") return `nixConfig.extra-${name}`;
  return source === "module" ? `nix.settings.${name}` : undefined;
}

function settingText(setting: string, values: readonly string[]): string {
  const lines = values.map((value) => `    "${value}"\n`).join("");
  return `{\n  ${setting} = [\n${lines}  ];\n}\n`;
}

/** Names come from the repository; only what a host or a key is made of goes into a text to paste. */
function quotable(text: string): string {
  return text.replace(/[^A-Za-z0-9.:/+=_-]/g, "");
}
