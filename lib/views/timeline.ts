import { listed } from "#lib/checks/listed.ts";
import type { RepositoryEvent, RepositoryEventKind } from "#lib/model/repository-event.ts";
import type { PastInputs } from "#lib/store/past-inputs.ts";
import { commitHref } from "./repository-links.ts";
import type { TimelineItem } from "./repository-parts.ts";

/**
 * timelineItems is the life of a repository, the newest first: the commits that changed its flakes or their inputs, and
 * what became of the repository itself. A commit that changed nothing of these is left out, but the newest; one that was
 * rebuilt and then seen is told of once.
 *
 * @param past the newest first.
 * @param isWhole whether `past` reaches back to the first commit that is known; else the oldest one has no sentence.
 * @param url the repository's page; null when its provider has none.
 */
export function timelineItems(
  past: readonly PastInputs[],
  isWhole: boolean,
  events: readonly RepositoryEvent[],
  url: string | null,
): readonly TimelineItem[] {
  const commits = past.flatMap((snapshot, index) => {
    const before = past[index + 1];
    const changes =
      before === undefined ? firstWords(snapshot, isWhole) : changesBetween(before.flakes, snapshot.flakes);
    // A first scan may see the very commit with which the rebuilt past ends.
    if (changes.length === 0 && (index > 0 || before?.commit === snapshot.commit)) return [];
    return [
      {
        at: snapshot.validFrom,
        changes: changes.length === 0 ? ["Nothing changed in its flakes"] : changes,
        commit: { revision: snapshot.commit, href: commitHref(snapshot.commit, url) },
        isBackfilled: snapshot.origin === "backfilled",
      },
    ];
  });
  const others = events.map((event) => ({
    at: event.at,
    changes: [eventWords[event.kind](event)],
    commit: null,
    isBackfilled: false,
  }));
  return [...commits, ...others].toSorted((one, other) => other.at.localeCompare(one.at));
}

function firstWords({ flakes }: PastInputs, isWhole: boolean): readonly string[] {
  if (!isWhole) return [];
  return [flakes.length === 0 ? "First read, without a flake" : `First read, with ${placesOf(flakes)}`];
}

type Flakes = PastInputs["flakes"];

function changesBetween(before: Flakes, after: Flakes): readonly string[] {
  const earlier = new Map(before.map((flake) => [flake.directory, flake]));
  const later = new Set(after.map(({ directory }) => directory));
  const added = after.filter(({ directory }) => !earlier.has(directory));
  const removed = before.filter(({ directory }) => !later.has(directory));
  const kept = after.flatMap((flake) => {
    const past = earlier.get(flake.directory);
    return past === undefined ? [] : inputChanges(past, flake);
  });
  return [
    ...(added.length === 0
      ? []
      : [before.length === 0 ? `Adopted Nix with ${placesOf(added)}` : `Added ${placesOf(added)}`]),
    ...(removed.length === 0 ? [] : [`Removed ${placesOf(removed)}`]),
    ...kept,
  ];
}

function inputChanges(before: Flakes[number], after: Flakes[number]): readonly string[] {
  const earlier = new Map(before.inputs.map(({ name, revision }) => [name, revision]));
  const later = new Set(after.inputs.map(({ name }) => name));
  const place = after.directory === "." ? "" : ` in ${after.directory}`;
  const sentence = (verb: string, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [`${verb} ${listed(names)}${place}`];
  const moved = after.inputs.filter(({ name, revision }) => earlier.has(name) && earlier.get(name) !== revision);
  return [
    ...sentence(
      "Updated",
      moved.map(({ name }) => name),
    ),
    ...sentence(
      "Added the input",
      after.inputs.filter(({ name }) => !earlier.has(name)).map(({ name }) => name),
    ),
    ...sentence(
      "Removed the input",
      before.inputs.filter(({ name }) => !later.has(name)).map(({ name }) => name),
    ),
  ];
}

function placesOf(flakes: Flakes): string {
  return listed(flakes.map(({ directory }) => (directory === "." ? "flake.nix" : `${directory}/flake.nix`)));
}

const eventWords = {
  renamed: ({ before, after }) => `Renamed from ${before} to ${after}`,
  transferred: ({ before, after }) => `Transferred from ${before} to ${after}`,
  "visibility-changed": ({ before, after }) => `Made ${after}, was ${before}`,
  archived: () => "Archived",
  unarchived: () => "Taken out of the archive",
  hidden: () => "Hidden from Flakeboard",
  removed: () => "Removed, or hidden from Flakeboard",
  returned: () => "Came back",
} as const satisfies Record<RepositoryEventKind, (event: RepositoryEvent) => string>;
