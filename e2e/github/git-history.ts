import { GraphQLError } from "graphql";
import { fromSeconds, type GitRepository, type Head } from "./git-repository.ts";

type DatedCommit = Pick<Head, "oid" | "committedDate">;

/** listHistory is what GitHub's `history` lists: the commits up to `oid` that touched `path` since a moment, as git orders them. */
export async function listHistory(
  git: GitRepository,
  oid: string,
  { path, since }: Readonly<Record<string, unknown>>,
): Promise<readonly DatedCommit[]> {
  const paths = typeof path === "string" ? [path] : [];
  const output = await git.listRevisions([...ageOf(since), oid, "--", ...paths]);
  return output
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [seconds, commit = ""] = line.split(" ");
      return { oid: commit, committedDate: fromSeconds(Number(seconds)) };
    });
}

function ageOf(since: unknown): readonly string[] {
  if (since === undefined || since === null) return [];
  const milliseconds = Date.parse(String(since));
  if (Number.isNaN(milliseconds)) throw new GraphQLError(`${String(since)} is no GitTimestamp.`);
  return [`--max-age=${Math.floor(milliseconds / 1000)}`];
}

/** committedDateOf reads the moment out of a commit object: `committer NAME <MAIL> SECONDS ZONE`. */
export function committedDateOf(commit: Buffer): string {
  const [, seconds] = /^committer .*> (\d+) [+-]\d{4}$/m.exec(commit.toString("utf8")) ?? [];
  return fromSeconds(Number(seconds));
}
