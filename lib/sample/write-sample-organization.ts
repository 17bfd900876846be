import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { AppError } from "#lib/errors/app-error.ts";
import { dayOf, type Instant } from "#lib/model/instant.ts";
import { fastImportScript, writeBareRepository } from "./fast-import.ts";
import { sampleRepositories, sampleTeamsFile } from "./sample-organization.ts";

interface SampleOptions {
  /** The sample is as old as the UTC day in which this moment lies. */
  readonly asOf: Instant;
  readonly signal?: AbortSignal;
}

/** The file that says that a sample is complete, and of which content. */
const markerName = ".flakeboard-sample";

// Each takes one git process; more would only wait for the disk.
const writersMax = 4;

/**
 * writeSampleOrganization writes the sample organization into the folder `directory`: 48 bare git repositories and
 * `teams.yml`, for the `local` provider. The same day gives the same bytes and the same commit ids on every machine.
 *
 * The sample is written beside and then renamed, so that `directory` is never half a sample. A complete sample of the
 * same day is left alone; one of another day is replaced.
 *
 * @returns whether it had to be written.
 * @throws AppError `conflict` when `directory` exists and is no sample; the signal's reason when it fires.
 */
export async function writeSampleOrganization(
  directory: string,
  { asOf, signal = new AbortController().signal }: SampleOptions,
): Promise<{ readonly isWritten: boolean }> {
  const target = resolve(directory);
  const day = `${dayOf(asOf)}T00:00:00.000Z`;
  const scripts = new Map(sampleRepositories.map((repository) => [repository.name, fastImportScript(repository, day)]));
  const teamsFile = sampleTeamsFile(day);
  const fingerprint = fingerprintOf([teamsFile, ...scripts.values()]);

  const present = await readMarker(target);
  if (present === fingerprint) return { isWritten: false };

  if (present === undefined && (await isTaken(target))) throw takenByOthers(target);

  const beside = `${target}.${process.pid}.new`;
  try {
    await writeRepositories(beside, scripts, signal);
    await writeFile(join(beside, "teams.yml"), teamsFile);
    await writeFile(join(beside, markerName), `${fingerprint}\n`);
    await replace(target, beside, present !== undefined);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  return { isWritten: true };
}

async function writeRepositories(
  directory: string,
  scripts: ReadonlyMap<string, Buffer>,
  signal: AbortSignal,
): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const waiting = scripts.entries();
  const writer = async () => {
    // All writers take from the one iterator, so each script is written once.
    for (const [name, script] of waiting) await writeBareRepository(join(directory, `${name}.git`), script, signal);
  };
  // All must have stopped before the folder is taken away, or one would write into what is gone.
  const outcomes = await Promise.allSettled(Array.from({ length: writersMax }, writer));
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}

async function replace(target: string, beside: string, isPresent: boolean): Promise<void> {
  const old = `${beside}.old`;
  if (isPresent) await rename(target, old);
  await rename(beside, target).catch((error: unknown) => {
    throw takenByOthers(target, error);
  });
  await rm(old, { recursive: true, force: true });
}

async function readMarker(directory: string): Promise<string | undefined> {
  return readFile(join(directory, markerName), "utf8").then(
    (text) => text.trim(),
    // No marker: nothing there, or nothing of ours.
    () => undefined,
  );
}

/** An empty folder is as good as none. */
async function isTaken(directory: string): Promise<boolean> {
  return readdir(directory).then(
    (children) => children.length > 0,
    (error: unknown) => error instanceof Error && "code" in error && error.code !== "ENOENT",
  );
}

function takenByOthers(directory: string, cause?: unknown): AppError {
  const message = `${directory} is there and is no sample organization. Name another folder.`;
  return new AppError("conflict", message, { cause });
}

function fingerprintOf(parts: readonly (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
}
