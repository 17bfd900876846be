import type { Scan, ScanPhase } from "#lib/model/scan.ts";
import { createProgressLine, progressBar } from "./progress-bar.ts";

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

/**
 * createTerminalProgress writes to standard error, so that standard output stays for machines.
 *
 * @param isWanted shows the progress where there is no terminal too, a line each time it moves.
 */
export function createTerminalProgress(name: string, isWanted = false): TerminalProgress {
  const line = createProgressLine(isWanted);
  return {
    show(scan) {
      line.show(`  ${progressBar(doneOf(scan), scan.counts.total)}, ${phaseWords[scan.phase]}`);
    },
    end(scan) {
      line.clear();
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
