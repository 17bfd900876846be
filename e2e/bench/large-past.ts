import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { FlakeFacts, LockNodeFacts } from "#lib/model/flake.ts";
import { addDays, daysBetween, type Instant } from "#lib/model/instant.ts";
import { known } from "#lib/model/observed.ts";
import type { PastSnapshot } from "#lib/store/history.ts";

const secondsPerDay = 86_400;
// Every two months someone updates the inputs.
const updateDays = 60;

/** PastOptions say between which moments, and for which repository by its number. */
export interface PastOptions {
  readonly index: number;
  readonly since: Instant;
  readonly observedFrom: Instant;
}

/**
 * pastOf makes up how a repository came to what it is: without a flake at first, from a day of its own on with one,
 * whose inputs are updated every two months.
 */
export function pastOf(facts: RepositoryFacts, { index, since, observedFrom }: PastOptions): readonly PastSnapshot[] {
  const days = Math.floor(daysBetween(since, observedFrom));
  const adoptedOn = facts.flakes.length === 0 ? days : (index * 37) % days;
  const starts = [0];
  for (let day = adoptedOn; day < days; day += updateDays) if (day > 0) starts.push(day);
  return starts.map((start, at) => {
    const validFrom = addDays(since, start);
    const end = starts[at + 1];
    const isBefore = start < adoptedOn;
    return {
      commit: (index * 1_000 + at).toString(16).padStart(40, "0"),
      committedAt: validFrom,
      validFrom,
      validTo: end === undefined ? observedFrom : addDays(since, end),
      facts: isBefore ? { ...facts, flakes: [], stages: [] } : olderBy(facts, days - start),
    };
  });
}

function olderBy(facts: RepositoryFacts, days: number): RepositoryFacts {
  return { ...facts, flakes: facts.flakes.map((flake) => olderFlake(flake, days)) };
}

function olderFlake(flake: FlakeFacts, days: number): FlakeFacts {
  const { lock } = flake;
  if (lock.status !== "ok") return flake;
  const inputs = flake.inputs.map((input) => ({ ...input, locked: olderLocked(input.locked, days) }));
  const nodes = lock.nodes.map((node) => ({ ...node, locked: olderLocked(node.locked, days) }));
  return { ...flake, inputs, lock: { ...lock, nodes } };
}

function olderLocked(locked: LockNodeFacts["locked"], days: number): LockNodeFacts["locked"] {
  if (locked === null || !locked.lastModified.known) return locked;
  return { ...locked, lastModified: known(locked.lastModified.value - days * secondsPerDay) };
}
