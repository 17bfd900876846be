import type { CacheClass } from "#lib/model/cache-facts.ts";

// Caches that anybody may read and that are known for it. As of 2026-11.
const publicHosts: ReadonlySet<string> = new Set([
  "cache.nixos.org",
  "nix-community.cachix.org",
  "cuda-maintainers.cachix.org",
  "devenv.cachix.org",
  "cachix.cachix.org",
  "cache.numtide.com",
  "numtide.cachix.org",
  "cache.iog.io",
  "hydra.iohk.io",
  "hyprland.cachix.org",
  "cache.lix.systems",
]);

/**
 * substituterClass says who may read the cache at a store URL, as Nix's `substituters` name it. A host of its own may
 * ask for a token or not; that cannot be seen.
 */
export function substituterClass(url: string): { readonly name: string; readonly class: CacheClass } {
  const [, scheme = "", host = url] = /^([a-z0-9+.-]+):\/\/(?:[^/@]*@)?([^/?]*)/i.exec(url) ?? [];
  const name = host.toLowerCase();
  if (publicHosts.has(name)) return { name, class: "public" };
  const isPrivate = name === "cache.flakehub.com" || /^(?:s3|ssh|ssh-ng)$/i.test(scheme);
  return { name, class: isPrivate ? "private" : "ambiguous" };
}
