import type { Evidence } from "./evidence.ts";
import type { Observed } from "./observed.ts";

/** CacheClass says who may read a cache, as far as a repository can show it. */
export type CacheClass = "private" | "ambiguous" | "ci-only" | "public";

/** CacheSource is where a cache is set up. */
export type CacheSource = "nix-config" | "workflow" | "nix.conf" | "module" | "action";

/** CacheFact is one cache that a repository uses. `name` is a host, or the action that sets it up. */
export interface CacheFact {
  readonly name: string;
  readonly class: CacheClass;
  readonly source: CacheSource;
  /** The store URL as written, without user and password; null where only an action or a command names the cache. */
  readonly url: string | null;
  readonly evidence: Evidence;
}

/** CacheKeyFact is one public key that a repository trusts, by its name (`acme.cachix.org-1`); the key itself is not kept. */
export interface CacheKeyFact {
  readonly name: string;
  readonly source: CacheSource;
  readonly evidence: Evidence;
}

/** TrustSettingKind names a setting that widens whom Nix trusts, or what a build may do. */
export type TrustSettingKind =
  | "accept-flake-config"
  | "trusted-users"
  | "sandbox-off"
  | "signatures-off"
  | "insecure-substituter"
  | "import-from-derivation"
  | "access-tokens";

/** TrustSettingFact is one such setting. `value` is what it is set to, in a few words, never a secret. */
export interface TrustSettingFact {
  readonly kind: TrustSettingKind;
  readonly value: string;
  readonly source: CacheSource;
  readonly evidence: Evidence;
}

/** CacheFacts is what a repository shows of caches and trust. */
export interface CacheFacts {
  readonly caches: Observed<readonly CacheFact[]>;
  /** Unknown where a file that may hold keys could not be read. */
  readonly keys: Observed<readonly CacheKeyFact[]>;
  readonly trust: Observed<readonly TrustSettingFact[]>;
  /** `substituters` (not `extra-`) is set, so that the default public cache is replaced; where it is. */
  readonly replacesDefault: Evidence | null;
}
