import type { Instant } from "#lib/model/instant.ts";
import type { Repository } from "#lib/model/repository.ts";
import type { Prisma } from "./generated/client.ts";
import { languagesSchema } from "./repository-record.ts";

/** repositorySelect is what of the table makes up a Repository. */
export const repositorySelect = {
  providerId: true,
  owner: true,
  name: true,
  url: true,
  description: true,
  visibility: true,
  isArchived: true,
  isFork: true,
  isEmpty: true,
  createdAt: true,
  archivedAt: true,
  pushedAt: true,
  defaultBranch: true,
  headCommit: true,
  headCommittedAt: true,
  languages: true,
  topics: true,
} as const satisfies Prisma.RepositorySelect;

type RepositoryRow = Prisma.RepositoryGetPayload<{ select: typeof repositorySelect }>;

/** toRepository is a repository as its last inventory showed it. */
export function toRepository({ languages, ...row }: RepositoryRow): Repository {
  return {
    ...row,
    createdAt: toInstant(row.createdAt),
    archivedAt: toInstant(row.archivedAt),
    pushedAt: toInstant(row.pushedAt),
    headCommittedAt: toInstant(row.headCommittedAt),
    languages: languagesSchema.parse(languages),
  };
}

function toInstant(date: Date | null): Instant | null {
  return date === null ? null : date.toISOString();
}
