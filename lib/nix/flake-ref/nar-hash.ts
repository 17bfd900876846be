import { FlakeRefError } from "./flake-ref-error.ts";

/**
 * formatNarHash gives a `narHash` as Nix prints it in a URL: SHA-256 in SRI form with its padding. Bits that the last
 * character has to spare are dropped, as made-up hashes in tests have them.
 *
 * @throws FlakeRefError for anything else, which Nix refuses when it prints a reference, not when it reads one.
 * Source: Nix 2.35, src/libfetchers/fetchers.cc (Input::getNarHash).
 */
export function formatNarHash(text: string): string {
  const [, base64] = /^sha256-([A-Za-z0-9+/]{43})=?$/.exec(text) ?? [];
  if (base64 === undefined) throw new FlakeRefError(`'${text}' is no SHA-256 hash in SRI form`);
  return `sha256-${btoa(atob(base64))}`;
}
