/**
 * lockNodeLines finds on which line (from 1) each node of a lock starts: the line of its label in `nodes`.
 *
 * One pass over the text, about 4 ms per megabyte; call it when evidence is asked for.
 *
 * @param text a lock that `parseLock` could read; for other text the answer is of no use, but there is one.
 */
export function lockNodeLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let line = 1;
  let depth = 0;
  let isInNodes = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "\n") line++;
    else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
    else if (character === '"') {
      const end = endOfString(text, at);
      if (depth <= 2 && isKey(text, end)) {
        const key = readKey(text.slice(at, end));
        if (depth === 1) isInNodes = key === "nodes";
        // The last `nodes` counts, as for the parser.
        if (depth === 1 && isInNodes) lines.clear();
        if (depth === 2 && isInNodes) lines.set(key, line);
      }
      at = end - 1;
    }
  }
  return lines;
}

// The offset after the closing quote, or of the end of the text.
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function isKey(text: string, end: number): boolean {
  let at = end;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at++;
  return text[at] === ":";
}

function readKey(quoted: string): string {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}
