import type {
  CacheFact,
  CacheFacts,
  CacheKeyFact,
  ComputedSetting,
  TrustSettingFact,
  TrustSettingKind,
} from "#lib/model/cache-facts.ts";
import type { NixSetting } from "./nix-setting.ts";
import { parseStoreUrl } from "./store-url.ts";

/** SettingFacts is what settings of Nix say of caches and trust. */
export type SettingFacts = Pick<CacheFacts, "caches" | "keys" | "trust" | "computed" | "replacesDefault">;

const cacheSettings: ReadonlySet<string> = new Set(["substituters", "trusted-substituters"]);

/** settingFacts turns settings of Nix, wherever they are made, into facts. */
export function settingFacts(settings: readonly NixSetting[]): SettingFacts {
  const replaces = settings.find(replacesDefault);
  return {
    caches: settings.flatMap(cachesOf),
    keys: settings.flatMap(keysOf),
    trust: settings.flatMap(trustOf),
    computed: settings.flatMap(computedOf),
    replacesDefault: replaces?.evidence ?? null,
  };
}

/** In a module, lists of several places are joined, and the default is among them. */
function replacesDefault({ name, isExtra, source }: NixSetting): boolean {
  return name === "substituters" && !isExtra && source !== "module";
}

function cachesOf({ name, words, source, evidence }: NixSetting): readonly CacheFact[] {
  // It may fill a cache with whatever is built; the file does not show which.
  if (name === "post-build-hook") return [{ name, class: "ambiguous", source, url: null, evidence }];
  if (!cacheSettings.has(name)) return [];
  return words.map((word) => {
    const store = parseStoreUrl(word);
    return { name: store.name, class: store.class, source, url: store.url, evidence };
  });
}

function keysOf({ name, words, source, evidence }: NixSetting): readonly CacheKeyFact[] {
  if (name !== "trusted-public-keys") return [];
  return words.flatMap((word) => (word.includes(":") ? [{ name: word.split(":", 1).join(""), source, evidence }] : []));
}

function computedOf({ name, isComputed, source, evidence }: NixSetting): readonly ComputedSetting[] {
  if (!isComputed) return [];
  if (cacheSettings.has(name)) return [{ holds: "caches", source, evidence }];
  return name === "trusted-public-keys" ? [{ holds: "keys", source, evidence }] : [];
}

function trustOf(setting: NixSetting): readonly TrustSettingFact[] {
  const { name, words, isComputed, source, evidence } = setting;
  const [word] = words;
  if (cacheSettings.has(name)) return words.flatMap((url) => trustOfStore(url, setting));
  if (name === "trusted-users") {
    return [{ kind: "trusted-users", value: isComputed ? null : words.join(" "), source, evidence }];
  }
  const kind = word === undefined ? undefined : widenings.get(`${name} ${word}`);
  return kind === undefined || word === undefined ? [] : [{ kind, value: word, source, evidence }];
}

const widenings = new Map<string, TrustSettingKind>([
  ["accept-flake-config true", "accept-flake-config"],
  ["sandbox false", "sandbox-off"],
  ["sandbox relaxed", "sandbox-off"],
  ["require-sigs false", "signatures-off"],
  ["allow-import-from-derivation true", "import-from-derivation"],
]);

function trustOfStore(url: string, { source, evidence }: NixSetting): readonly TrustSettingFact[] {
  const { name, isInsecure, isUnsigned } = parseStoreUrl(url);
  return [
    ...(isInsecure ? [{ kind: "insecure-substituter" as const, value: name, source, evidence }] : []),
    ...(isUnsigned ? [{ kind: "signatures-off" as const, value: name, source, evidence }] : []),
  ];
}
