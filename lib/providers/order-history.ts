import type { Instant } from "#lib/model/instant.ts";

interface Dated {
  readonly commit: string;
  readonly committedAt: Instant;
}

/**
 * orderHistory joins the histories of several paths into one, each commit once, oldest first.
 *
 * Within one path the order of git holds, a child always behind its parents: where a clock ran backwards, a commit
 * counts from the moment of the one before it. Between paths the dates decide.
 *
 * @param histories of each path, newest first, as git lists them.
 */
export function orderHistory<Commit extends Dated>(histories: readonly (readonly Commit[])[]): readonly Commit[] {
  const commits = new Map<string, Commit>();
  for (const history of histories) {
    let latest: Instant = "";
    for (const commit of history.toReversed()) {
      if (commit.committedAt > latest) latest = commit.committedAt;
      const known = commits.get(commit.commit);
      if (known === undefined || known.committedAt < latest) {
        commits.set(commit.commit, { ...commit, committedAt: latest });
      }
    }
  }
  return [...commits.values()].sort((one, other) => compare(one.committedAt, other.committedAt));
}

function compare(one: Instant, other: Instant): number {
  return one < other ? -1 : Number(one > other);
}
