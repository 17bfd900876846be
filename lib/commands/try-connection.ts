import { authorizeWrite } from "#lib/access/authorize.ts";
import { currentActor } from "#lib/access/current-actor.ts";
import { processConfig } from "#lib/config/process-config.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { connectionChecks } from "#lib/scan/connection-checks.ts";
import { createProvider } from "#lib/scan/create-provider.ts";
import { type TrialReading, tryReading } from "#lib/scan/try-reading.ts";
import { readSource, type SourceChoice } from "./source-choice.ts";

export type { TrialReading };

/** Attempt is what came of one step: what it gave, the sentence that says how to mend it, or that it was not asked. */
export type Attempt<T> =
  | { readonly status: "done"; readonly value: T }
  | { readonly status: "problem"; readonly problem: string }
  | { readonly status: "not-asked" };

/** ConnectionTrial is a connection that is being tried: each line and the trial reading arrive when they are known. */
export interface ConnectionTrial {
  readonly lines: readonly { readonly name: string; readonly attempt: Promise<Attempt<string>> }[];
  readonly reading: Promise<Attempt<TrialReading>>;
}

const patienceMs = 60_000;

/**
 * tryConnection asks a source all that a scan will ask, on behalf of whoever sends the request, and records nothing.
 * When one step is not well, the later ones are not asked: they would fail for the same reason, at GitHub's expense.
 *
 * @throws AppError for a choice that names no source.
 */
export async function tryConnection(choice: SourceChoice): Promise<ConnectionTrial> {
  authorizeWrite(await currentActor());
  const source = readSource(choice);
  const { github } = processConfig();
  // A provider for each step: an address or a token that cannot do is then told by the first.
  const provider = () => createProvider(source, github);
  const signal = () => AbortSignal.timeout(patienceMs);
  let before: Promise<Attempt<unknown>> = Promise.resolve({ status: "done", value: null });
  const lines = connectionChecks[source.provider].map(({ name, check }) => {
    const attempt = attemptAfter(before, async () => check(provider(), signal()));
    before = attempt;
    return { name, attempt };
  });
  const asOf = new Date().toISOString();
  return { lines, reading: attemptAfter(before, async () => tryReading(provider(), asOf, signal())) };
}

async function attemptAfter<T>(before: Promise<Attempt<unknown>>, run: () => Promise<T>): Promise<Attempt<T>> {
  if ((await before).status !== "done") return { status: "not-asked" };
  try {
    return { status: "done", value: await run() };
  } catch (error) {
    if (error instanceof AppError) return { status: "problem", problem: error.message };
    if (error instanceof DOMException && error.name === "TimeoutError") {
      return { status: "problem", problem: `No answer came within ${patienceMs / 1_000} seconds. Try again later.` };
    }
    throw error;
  }
}
