import { destination, pino } from "pino";
import type { LogLevel } from "#lib/config/environment.ts";

/** LogData stands beside a message that is always the same: small, and free of secrets. */
export type LogData = Readonly<Record<string, string | number | boolean | null>>;

/** Log is what a process says about its work. Messages are static; what changes is in `data`. */
export interface Log {
  debug(message: string, data?: LogData): void;
  info(message: string, data?: LogData): void;
  warn(message: string, data?: LogData): void;
  error(message: string, data?: LogData): void;
}

declare global {
  // Next loads its pages and its instrumentation as separate modules; only a global is one for both.
  var flakeboardLog: Log | undefined;
}

/** A command speaks to the person who runs it, and only of trouble: sentences on standard error. */
const commandLog: Log = { debug() {}, info() {}, warn: writeSentence, error: writeSentence };

function writeSentence(message: string, data: LogData = {}): void {
  process.stderr.write(`flakeboard: ${[message, data.organization, data.problem].filter(Boolean).join(": ")}\n`);
}

/** processLog is the log of this process: sentences for people, unless it is a server. */
export function processLog(): Log {
  return globalThis.flakeboardLog ?? commandLog;
}

/** logAsServer lets this process log JSON lines on standard error, for machines; standard output stays free. */
export function logAsServer(level: LogLevel): void {
  const options = {
    level,
    base: null,
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  };
  const lines = pino(options, destination(2));
  globalThis.flakeboardLog ??= {
    debug: (message, data) => lines.debug(data ?? {}, message),
    info: (message, data) => lines.info(data ?? {}, message),
    warn: (message, data) => lines.warn(data ?? {}, message),
    error: (message, data) => lines.error(data ?? {}, message),
  };
}
