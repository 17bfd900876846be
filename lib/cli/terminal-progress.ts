import type { Scan, ScanPhase } from "#lib/model/scan.ts";

/** TerminalProgress shows a scan on one line of a terminal, and its end on one line anywhere. */
export interface TerminalProgress {
  show(scan: Scan): void;
  end(scan: Scan): void;
}

const phaseWords = {
  inventory: "taking the inventory",
  reading: "reading",
  "roll-up": "counting",
  done: "done",
} as const satisfies Record<ScanPhase, string>;

const barWidth = 24;

/**
 * createTerminalProgress writes to standard error, so that standard output stays for machines.
 *
 * @param isWanted shows the progress where there is no terminal too, a line each time it moves.
 */
export function createTerminalProgress(name: string, isWanted = false): TerminalProgress {
  const { isTTY } = process.stderr;
  let shown = "";
  return {
    show(scan) {
      const { total } = scan.counts;
      const done = doneOf(scan);
      const filled = total === 0 ? 0 : Math.round((done / total) * barWidth);
      const bar = "█".repeat(filled) + "░".repeat(barWidth - filled);
      const line = `  ${bar} ${done} of ${total} repositories, ${phaseWords[scan.phase]}`;
      if (isTTY) process.stderr.write(`\r\u001b[K${line}`);
      else if (isWanted && line !== shown) process.stderr.write(`${line}\n`);
      shown = line;
    },
    end(scan) {
      if (isTTY) process.stderr.write("\r\u001b[K");
      const { total, failed, withFlake } = scan.counts;
      const failures = failed === 0 ? "" : `, ${failed} failed`;
      process.stderr.write(
        `${name}: ${doneOf(scan) - failed} of ${total} repositories read${failures}, ${withFlake} with a flake.\n`,
      );
    },
  };
}

function doneOf({ counts }: Scan): number {
  return counts.read + counts.unchanged + counts.failed;
}
