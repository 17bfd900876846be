/** writeLog writes one line for the person who runs the process. Standard output is left to what machines read. */
export function writeLog(message: string): void {
  process.stderr.write(`flakeboard: ${message}\n`);
}
