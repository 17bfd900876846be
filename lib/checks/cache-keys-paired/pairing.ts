import type { CacheFact, CacheFacts, CacheKeyFact } from "#lib/model/cache-facts.ts";
import { keyName, knownCaches } from "../known-caches.ts";

/** Pairing is what is left when caches and keys are paired. */
export interface Pairing {
  /** Caches that no key was given for: Nix refuses what they serve. */
  readonly withoutKey: readonly CacheFact[];
  /** Keys of Cachix caches that nothing here asks. */
  readonly withoutCache: readonly CacheKeyFact[];
  /** Caches that a key of another name may belong to, or one that only evaluation would show. */
  readonly unclear: readonly CacheFact[];
}

/**
 * pairCachesAndKeys pairs what stands together: the nixConfig of one flake, all modules, all workflows. The name of a key
 * is free, though by custom it begins with the host, or is the last part of the path; any other name may still be the key of
 * a host that is left over.
 */
export function pairCachesAndKeys(caching: CacheFacts): Pairing {
  const groups = Map.groupBy(caching.caches.filter(needsKey), groupOf);
  const keyGroups = Map.groupBy(caching.keys, groupOf);
  const pairings = [...new Set([...groups.keys(), ...keyGroups.keys()])].map((group) => {
    const isComputed = (holds: "caches" | "keys") =>
      caching.computed.some((setting) => setting.holds === holds && groupOf(setting) === group);
    const keys = keyGroups.get(group) ?? [];
    const caches = groups.get(group) ?? [];
    const unpaired = distinct(caches.filter((cache) => !keys.some((key) => belongTogether(cache, key))));
    const spare = new Set(
      keys
        .filter((key) => !caches.some((cache) => belongTogether(cache, key)) && !isCachixKey(key))
        .map(({ name }) => name),
    );
    const mayBeElsewhere = isComputed("keys") || !isSelfContained(caches);
    const isLost = spare.size === 0 && !mayBeElsewhere;
    // As many keys as caches are left: each may have its own.
    const isUnclear = !isLost && (mayBeElsewhere || spare.size < unpaired.length);
    return {
      withoutKey: isLost ? unpaired : [],
      unclear: isUnclear ? unpaired : [],
      withoutCache: isComputed("caches")
        ? []
        : distinct(keys.filter((key) => isCachixKey(key) && !isAsked(key, caching))),
    };
  });
  return {
    withoutKey: pairings.flatMap(({ withoutKey }) => withoutKey),
    unclear: pairings.flatMap(({ unclear }) => unclear),
    withoutCache: pairings.flatMap(({ withoutCache }) => withoutCache),
  };
}

/** Only what is asked by URL and signs by itself: actions bring their keys, and SSH trusts the host. */
function needsKey({ name, url }: CacheFact): boolean {
  if (url === null || !/^(?:https?|s3):\/\//i.test(url) || name === "cache.nixos.org") return false;
  // Mirrors of the default cache serve what that one has signed.
  return !/\/nix-channels\/store\/?$/.test(url);
}

/** A module of an input may bring keys to a machine, and an action that is not read to a workflow. */
function isSelfContained(caches: readonly CacheFact[]): boolean {
  return caches.every(({ source }) => source === "nix-config" || source === "nix.conf");
}

function groupOf({ source, evidence }: Pick<CacheFact, "source" | "evidence">): string {
  return source === "nix-config" ? evidence.path : source;
}

function belongTogether({ name, url }: CacheFact, key: CacheKeyFact): boolean {
  const trusted = keyName(key.name);
  const lastPart = (url ?? "").replace(/\/+$/, "").split("/").at(-1)?.toLowerCase();
  return (
    trusted === name ||
    trusted === lastPart ||
    knownCaches.some((cache) => cache.host === name && keyName(cache.key) === trusted)
  );
}

/** Cachix names the key of a cache by its host; other keys may serve to sign what is copied by hand. */
function isCachixKey({ name }: CacheKeyFact): boolean {
  return keyName(name).endsWith(".cachix.org");
}

function isAsked(key: CacheKeyFact, { caches }: CacheFacts): boolean {
  return caches.some((cache) => cache.name === keyName(key.name) || belongTogether(cache, key));
}

function distinct<T extends { readonly name: string }>(items: readonly T[]): readonly T[] {
  return items.filter((item, index) => items.findIndex(({ name }) => name === item.name) === index);
}
