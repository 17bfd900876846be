import { createHash } from "node:crypto";
import type { Instant } from "#lib/model/instant.ts";

// U+FFFD, which Unicode gives for what cannot be represented.
const replacement = "\ufffd";

/**
 * toStorableText makes any text fit for PostgreSQL, which refuses U+0000 and has no lone surrogates (both come from
 * repositories): each becomes U+FFFD.
 */
export function toStorableText(text: string): string {
  return text.replaceAll("\u0000", replacement).toWellFormed();
}

/**
 * toStorableJson writes a value as JSON that PostgreSQL can take in, with the rule of `toStorableText` for every
 * string and key in it. Keys such as `__proto__` are plain text here. Bulk writes hand their rows over in this form.
 */
export function toStorableJson(value: unknown): string {
  // JSON.stringify writes NUL and lone surrogates as escapes and nothing else that PostgreSQL refuses. The other
  // escapes are matched too, so that a `u0000` after an escaped backslash stays what it is.
  return JSON.stringify(value).replace(/\\(?:u0000|u[dD][89a-fA-F][0-9a-fA-F]{2}|.)/g, (sequence) =>
    /^\\u(?:0000|[dD])/.test(sequence) ? replacement : sequence,
  );
}

// An index row of PostgreSQL holds at most 2,704 bytes; a primary key here has up to two texts beside a uuid.
const keyBytesMax = 1_000;

/**
 * toStorableKey bounds a text that is part of an index: 1,000 bytes, as many as no honest name needs. A longer one is
 * cut and ends in a digest of the whole, so that the same name gives the same key and two names give two.
 */
export function toStorableKey(text: string): string {
  const storable = toStorableText(text);
  if (Buffer.byteLength(storable) <= keyBytesMax) return storable;
  const digest = createHash("sha256").update(storable).digest("hex").slice(0, 32);
  // Three bytes at most for each UTF-16 unit; a cut pair of surrogates is replaced.
  return `${toStorableText(storable.slice(0, 300))}…${digest}`;
}

/**
 * toStorableInstant lets through what both JavaScript and PostgreSQL can write, the years 1 to 9999. A repository may
 * claim any date; one beyond becomes null, as an unknown one is.
 */
export function toStorableInstant(instant: Instant | null): Instant | null {
  return instant !== null && /^(?!0000)\d{4}-/.test(instant) && !Number.isNaN(Date.parse(instant)) ? instant : null;
}
