import type { Evidence } from "./evidence.ts";
import type { UnknownReason } from "./observed.ts";

/** CacheClass says who may read a cache: in facts as far as a URL or an action shows it, never `public`. */
export type CacheClass = "private" | "ambiguous" | "ci-only" | "public";

/** CacheSource is where a cache is set up: `service` is one that builds the repository and brings a cache of its own. */
export type CacheSource = "nix-config" | "workflow" | "nix.conf" | "module" | "action" | "service";

/** CacheFact is one cache that a repository uses. `name` is a host, or the action that sets it up. */
export interface CacheFact {
  readonly name: string;
  /** What the file shows; which hosts are public is for the policy to say. */
  readonly class: Exclude<CacheClass, "public">;
  readonly source: CacheSource;
  /** The store URL as written, without user, password and parameters; null where only a name is given. */
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
  | "import-from-derivation";

/** TrustSettingFact is one such setting. `value` is what it is set to, in a few words; null where Nix computes it. */
export interface TrustSettingFact {
  readonly kind: TrustSettingKind;
  readonly value: string | null;
  readonly source: CacheSource;
  readonly evidence: Evidence;
}

/** ComputedSetting is a list of caches or of keys that only evaluation would tell in full. */
export interface ComputedSetting {
  readonly holds: "caches" | "keys";
  readonly source: CacheSource;
  readonly evidence: Evidence;
}

/** CacheFacts is what a repository shows of caches and trust: all that was found, and why some of it may be missing. */
export interface CacheFacts {
  readonly caches: readonly CacheFact[];
  readonly keys: readonly CacheKeyFact[];
  readonly trust: readonly TrustSettingFact[];
  readonly computed: readonly ComputedSetting[];
  /** `substituters` (not `extra-`) is set, so that the default public cache is replaced; where it is. */
  readonly replacesDefault: Evidence | null;
  /** Something that workflows use, that is not read here, and that may set up a cache; null for none. */
  readonly mayHideCache: Evidence | null;
  /** Why a flake, a workflow or a nix.conf was not read; null when all were. Other Nix files: see `nixFiles`. */
  readonly unread: UnknownReason | null;
}
