import type { FileText } from "#lib/model/tree.ts";
import { textSizeBytesMax } from "./source-provider.ts";

// The marker line that Git LFS demands first; a pointer file is always smaller than 1024 bytes (git-lfs, docs/spec.md).
const lfsMarker = "version https://git-lfs.github.com/spec/v1\n";
const lfsPointerLengthMax = 1024;

/**
 * isLfsPointer says whether `text` is the stand-in that Git LFS commits in place of a file.
 * What git holds is then not the file, so its text must not be judged as that file's: providers answer `binary`.
 */
export function isLfsPointer(text: string): boolean {
  return text.length < lfsPointerLengthMax && text.startsWith(lfsMarker);
}

/**
 * fileTextOf turns the bytes of a file into its outcome. The text has exactly these bytes in UTF-8: a byte order mark
 * and line endings stay. NUL bytes, other encodings and Git LFS pointers are `binary`, too many bytes `too-large`.
 */
export function fileTextOf(bytes: Uint8Array): FileText {
  if (bytes.length > textSizeBytesMax) return { status: "too-large", sizeBytes: bytes.length };
  if (bytes.includes(0)) return { status: "binary" };
  const text = decodeUtf8(bytes);
  return text === undefined || isLfsPointer(text) ? { status: "binary" } : { status: "text", text };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // The only thing a fatal decoder throws; anything else is our bug.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
