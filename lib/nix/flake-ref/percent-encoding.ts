import { BadUrlError } from "./flake-ref-error.ts";

/**
 * percentDecode turns `%41` into `A`. `+` stays `+`: Nix never reads it as a space.
 *
 * @throws BadUrlError for a lone `%`, and for bytes that are no UTF-8 (Nix keeps those, but cannot print them as JSON).
 */
export function percentDecode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new BadUrlError(`'${text}' has invalid percent-encoding`, { cause });
  }
}

/**
 * percentEncode encodes every byte but RFC 3986's unreserved ones (letters, digits, `-._~`) and those of `keep`.
 * Source: Nix, src/libutil/url.cc (percentEncode).
 */
export function percentEncode(text: string, keep = ""): string {
  const encoded = encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, encodeAscii);
  if (keep === "") return encoded;
  return encoded.replace(/%[0-9A-F]{2}/g, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
    return keep.includes(character) ? character : triplet;
  });
}

function encodeAscii(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
