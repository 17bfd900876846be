import { Debug } from "@prisma/client/runtime/client";
import { clearLogs } from "@prisma/debug";

// MAX_ARGS_HISTORY of @prisma/debug 7.10.
const linesKept = 100;

const line = Debug("flakeboard:forget");

/**
 * forgetStatements lets go of the last statements. Prisma keeps what it would have logged, a hundred lines with every
 * parameter, for a report of errors that nobody asks for here: the documents of a repository's past were 30 MB of it.
 *
 * The adapter of servers has a copy of that memory which can be cleared. The client has one of its own which cannot, so
 * as many empty lines push the others out. That of the embedded database has a third one, out of reach.
 */
export function forgetStatements(): void {
  clearLogs();
  // Somebody wants to see the lines, and does not want to see these.
  if (Debug.enabled("flakeboard:forget")) return;
  for (let kept = 0; kept < linesKept; kept += 1) line("");
}
