/** Position is a place in a source file as Nix reports it. */
export interface Position {
  /** UTF-8 bytes from the start of the file, from 0. */
  readonly byteOffset: number;
  /** From 1. LF, CR LF and a lone CR each end a line. */
  readonly line: number;
  /** From 1, in UTF-8 bytes from the start of the line. */
  readonly column: number;
}

/**
 * SourceText turns UTF-16 offsets of a source string into positions. The line table is built at the first question and
 * costs one pass; each further question costs a search and the length of one line.
 *
 * Source: Nix, src/libutil/position.cc and pos-table.cc (columns are bytes; CR counts as a line end).
 */
export class SourceText {
  readonly text: string;
  #lineStarts: number[] | undefined;
  #lineBytes: number[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** positionAt gives the position of a UTF-16 offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const starts = this.#lines();
    const at = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    const columnBytes = utf8Length(this.text, starts[low] ?? 0, at);
    return { byteOffset: (this.#lineBytes[low] ?? 0) + columnBytes, line: low + 1, column: columnBytes + 1 };
  }

  #lines(): readonly number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    const bytes = [0];
    let total = 0;
    let lineStart = 0;
    for (let i = 0; i < this.text.length; i++) {
      const code = this.text.charCodeAt(i);
      if (code !== 10 && code !== 13) continue;
      if (code === 13 && this.text.charCodeAt(i + 1) === 10) i++;
      total += utf8Length(this.text, lineStart, i + 1);
      lineStart = i + 1;
      starts.push(lineStart);
      bytes.push(total);
    }
    this.#lineBytes = bytes;
    this.#lineStarts = starts;
    return starts;
  }
}

/**
 * utf8Length counts the UTF-8 bytes of `text` between two UTF-16 offsets; a lone surrogate counts 3, as its replacement
 * does.
 */
function utf8Length(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code < 0xdc00 && isLowSurrogate(text.charCodeAt(i + 1))) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
