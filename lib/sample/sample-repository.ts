import type { Instant } from "#lib/model/instant.ts";
import type { Visibility } from "#lib/model/repository.ts";
import type { TeamPermission } from "#lib/model/team.ts";

/** SampleFile is what a commit puts at a path. A function is given the day that the sample is written for. */
export type SampleFile =
  | string
  | ((asOf: Instant) => string)
  | { readonly kind: "executable"; readonly text: string }
  | { readonly kind: "symlink"; readonly target: string }
  | { readonly kind: "submodule"; readonly commit: string };

/** SampleFiles are paths with their content; null takes the file away. */
export type SampleFiles = Readonly<Record<string, SampleFile | null>>;

/** SampleCommit is one commit, `daysAgo` whole days before the sample's day, at 00:00:00 UTC. */
export interface SampleCommit {
  readonly daysAgo: number;
  readonly message: string;
  readonly files: SampleFiles;
}

/** SampleRepository is one repository of the sample organization with its whole history, oldest commit first. */
export interface SampleRepository {
  readonly name: string;
  readonly description: string;
  /** What teams may do; the empty object leaves it to CODEOWNERS and settings, or to nobody. */
  readonly access: Readonly<Partial<Record<TeamSlug, TeamPermission>>>;
  readonly commits: readonly SampleCommit[];
  readonly visibility?: Visibility;
  readonly topics?: readonly string[];
  readonly isFork?: true;
  readonly archivedDaysAgo?: number;
  /** Only for the repository without commits; others were created with their first one. */
  readonly createdDaysAgo?: number;
}

/** TeamSlug names the seven teams of the sample organization. */
export type TeamSlug = "platform" | "developer-experience" | "payments" | "mobile" | "data" | "web" | "research";

/** commit is short for one SampleCommit with the files of all `parts`; later parts win. */
export function commit(daysAgo: number, message: string, ...parts: readonly SampleFiles[]): SampleCommit {
  return { daysAgo, message, files: Object.assign({}, ...parts) };
}

/** inFolder moves files below `folder`. */
export function inFolder(folder: string, files: SampleFiles): SampleFiles {
  return Object.fromEntries(Object.entries(files).map(([path, file]) => [`${folder}/${path}`, file]));
}
