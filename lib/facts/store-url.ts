import type { CacheFact } from "#lib/model/cache-facts.ts";

/** StoreUrl is a substituter as its URL shows it. */
export interface StoreUrl extends Pick<CacheFact, "name" | "class"> {
  /** As written, without user, password and parameters: those are nobody's business. */
  readonly url: string;
  /** Over plain HTTP, to another machine. */
  readonly isInsecure: boolean;
  /** `trusted=true`: what comes from there need not be signed. */
  readonly isUnsigned: boolean;
}

// The machine itself; 10.0.2.2 is what a guest of QEMU calls its host.
const loopback = /^(?:localhost|127\.[0-9.]+|\[::1\]|10\.0\.2\.2)$/;

/**
 * parseStoreUrl reads a store URL, as `substituters` holds it. A host of its own may ask for a token or not; that cannot
 * be seen, so only FlakeHub, buckets and SSH are private by their URL. Which hosts are public is for the policy to say.
 */
export function parseStoreUrl(text: string): StoreUrl {
  const [address = "", parameters = ""] = text.split("?", 2);
  const [, scheme = "", authority = address] = /^([a-z0-9+.-]+):\/\/(?:[^/@]*@)?([^/]*)/i.exec(address) ?? [];
  const name = authority.toLowerCase();
  const isPrivate = name === "cache.flakehub.com" || /^(?:s3|ssh|ssh-ng)$/i.test(scheme);
  return {
    name,
    class: isPrivate ? "private" : "ambiguous",
    url: address.replace(/^([a-z0-9+.-]+:\/\/)[^/@]*@/i, "$1"),
    isInsecure: /^http$/i.test(scheme) && !loopback.test(name.replace(/:\d+$/, "")),
    isUnsigned: /(?:^|&)trusted=(?:true|1)(?:&|$)/.test(parameters),
  };
}
