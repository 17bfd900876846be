const barWidth = 24;

/** progressBar draws how much of `total` is done, as a bar with its numbers. */
export function progressBar(done: number, total: number): string {
  const filled = total === 0 ? 0 : Math.round((done / total) * barWidth);
  return `${"█".repeat(filled)}${"░".repeat(barWidth - filled)} ${done} of ${total} repositories`;
}

/** ProgressLine is one line of a terminal that is written over again and again, on standard error. */
export interface ProgressLine {
  show(text: string): void;
  clear(): void;
}

/**
 * createProgressLine writes only to a terminal, so that logs stay readable.
 *
 * @param isWanted writes where there is no terminal too, a line each time it changes.
 */
export function createProgressLine(isWanted = false): ProgressLine {
  const { isTTY } = process.stderr;
  let shown = "";
  return {
    show(text) {
      if (isTTY) process.stderr.write(`\r\u001b[K${text}`);
      else if (isWanted && text !== shown) process.stderr.write(`${text}\n`);
      shown = text;
    },
    clear() {
      if (isTTY) process.stderr.write("\r\u001b[K");
    },
  };
}
