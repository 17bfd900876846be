import { createHash } from "node:crypto";

/** revOf is a commit id that belongs to `seed`, 40 hexadecimal digits, always the same. */
export function revOf(seed: string): string {
  return createHash("sha1").update(seed).digest("hex");
}

/** narHashOf is a valid SRI hash that belongs to `seed`, as Nix writes `narHash`. */
export function narHashOf(seed: string): string {
  return `sha256-${createHash("sha256").update(seed).digest("base64")}`;
}

/** uuidOf is a UUID that belongs to `seed`, as FlakeHub puts it into the address of a release. */
export function uuidOf(seed: string): string {
  const digits = revOf(seed);
  return [digits.slice(0, 8), digits.slice(8, 12), `7${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`]
    .concat(digits.slice(20, 32))
    .join("-");
}
