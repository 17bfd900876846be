/** Step is one thing that is done on the way; `run` returns a few words about how it went. */
export interface Step {
  readonly name: string;
  run(): Promise<string>;
}

/** runSteps does one step after the other and shows on standard error which one it is at, and how long each took. */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  for (const [index, step] of steps.entries()) {
    const started = performance.now();
    const place = `[${index + 1}/${steps.length}]`;
    if (process.stderr.isTTY) process.stderr.write(`${place} ${step.name} …`);
    const words = await step.run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const lineStart = process.stderr.isTTY ? "\r\u001b[K" : "";
    process.stderr.write(`${lineStart}${place} ${step.name}: ${words} (${seconds} s)\n`);
  }
}
