import { z } from "zod";
import type { Instant } from "#lib/model/instant.ts";
import { type Document, parseColumnDocument } from "./column-document.ts";
import type { Database } from "./database.ts";
import {
  type FlakeSummary,
  languagesSchema,
  nonFlakeKindSchema,
  outcomeSchema,
  ownershipRuleSchema,
  type RepositorySummary,
  stageSchema,
  tallySchema,
} from "./repository-record.ts";

type RepositoryRow = z.infer<typeof repositorySchema>;
type FlakeRow = z.infer<typeof flakeSchema>;
type FindingRow = z.infer<typeof findingSchema>;
type NixpkgsRow = z.infer<typeof nixpkgsSchema>;
type OwnerRow = z.infer<typeof ownerSchema>;

// The queries behind `listRepositorySummaries`: few, and each answers in one document, because an organization may
// have thousands of repositories with a dozen findings each. A row reads its columns by name.

/** SummaryParts are the rows of an organization, by what they belong to. */
export interface SummaryParts {
  readonly repositories: readonly RepositoryRow[];
  readonly ownersByRepository: ReadonlyMap<string, readonly OwnerRow[]>;
  readonly flakesByRepository: ReadonlyMap<string, readonly FlakeRow[]>;
  readonly nixpkgsByFlake: ReadonlyMap<string, readonly NixpkgsRow[]>;
  readonly findingsByRepository: ReadonlyMap<string, readonly FindingRow[]>;
}

/** readSummaryParts reads every repository that an organization has now, and all that its summary is made of. */
export async function readSummaryParts(db: Database, organizationId: string): Promise<SummaryParts> {
  const [repositories, owners, flakes, nixpkgs, findings] = await Promise.all([
    readRepositoryRows(db, organizationId),
    readOwnerRows(db, organizationId),
    readFlakeRows(db, organizationId),
    readNixpkgsRows(db, organizationId),
    readFindingRows(db, organizationId),
  ]);
  return {
    repositories,
    ownersByRepository: Map.groupBy(owners, ({ repositoryId }) => repositoryId),
    flakesByRepository: Map.groupBy(flakes, ({ repositoryId }) => repositoryId),
    nixpkgsByFlake: Map.groupBy(nixpkgs, ({ flakeId }) => flakeId),
    findingsByRepository: Map.groupBy(findings, ({ repositoryId }) => repositoryId),
  };
}

/**
 * toRepositorySummary puts together what belongs to one repository; it has no snapshot until it was read.
 *
 * @param toInstant from `createInstantReader`, one for the whole list.
 */
export function toRepositorySummary(
  row: RepositoryRow,
  parts: SummaryParts,
  toInstant: (text: string) => Instant,
): RepositorySummary {
  const toInstantOrNull = (text: string | null) => (text === null ? null : toInstant(text));
  const toFlake = ({ id, directory, role, parseStatus, lockStatus }: FlakeRow): FlakeSummary => {
    const nixpkgs = parts.nixpkgsByFlake.get(id) ?? [];
    const nixpkgsLastModified = nixpkgs.map(({ lastModified }) => toInstantOrNull(lastModified));
    return { directory, role, parseStatus, lockStatus, nixpkgsLastModified };
  };
  return {
    ...row,
    createdAt: toInstantOrNull(row.createdAt),
    archivedAt: toInstantOrNull(row.archivedAt),
    pushedAt: toInstantOrNull(row.pushedAt),
    headCommittedAt: toInstantOrNull(row.headCommittedAt),
    ownerTeamIds: parts.ownersByRepository.get(row.id)?.map(({ teamId }) => teamId) ?? [],
    snapshot: row.snapshot && {
      ...row.snapshot,
      committedAt: toInstantOrNull(row.snapshot.committedAt),
      readAt: toInstant(row.snapshot.readAt),
      validFrom: toInstant(row.snapshot.validFrom),
      flakes: [...(parts.flakesByRepository.get(row.id) ?? [])]
        .sort((a, b) => (a.directory < b.directory ? -1 : 1))
        .map(toFlake),
    },
    findings:
      parts.findingsByRepository.get(row.id)?.map(({ checkId, subject, outcome, since }) => ({
        checkId,
        subject,
        outcome,
        since: toInstant(since),
      })) ?? [],
  };
}

const repositorySchema = z.object({
  id: z.string(),
  providerId: z.string(),
  owner: z.string(),
  name: z.string(),
  url: z.string().nullable(),
  description: z.string().nullable(),
  visibility: z.enum(["public", "internal", "private"]),
  isArchived: z.boolean(),
  isFork: z.boolean(),
  isEmpty: z.boolean(),
  isExcluded: z.boolean(),
  createdAt: z.string().nullable(),
  archivedAt: z.string().nullable(),
  pushedAt: z.string().nullable(),
  defaultBranch: z.string().nullable(),
  headCommit: z.string().nullable(),
  headCommittedAt: z.string().nullable(),
  languages: languagesSchema,
  topics: z.array(z.string()),
  ownershipRule: ownershipRuleSchema,
  ownershipDetail: z.string(),
  tally: tallySchema.nullable().catch(null),
  snapshot: z
    .object({
      commit: z.string(),
      committedAt: z.string().nullable(),
      readAt: z.string(),
      validFrom: z.string(),
      isComplete: z.boolean(),
      stages: z.array(stageSchema),
      nonFlakeKinds: z.array(nonFlakeKindSchema),
    })
    .nullable(),
});

/** readRepositoryRows is every repository that is there, with what its open snapshot says. */
async function readRepositoryRows(db: Database, organizationId: string) {
  const result = await db.client.$queryRaw<Document[]>`
    SELECT json_build_object(
      'id', array_agg(r.id), 'providerId', array_agg(r.provider_id), 'owner', array_agg(r.owner),
      'name', array_agg(r.name), 'url', array_agg(r.url), 'description', array_agg(r.description),
      'visibility', array_agg(r.visibility), 'isArchived', array_agg(r.is_archived), 'isFork', array_agg(r.is_fork),
      'isEmpty', array_agg(r.is_empty), 'isExcluded', array_agg(r.is_excluded), 'createdAt', array_agg(r.created_at),
      'archivedAt', array_agg(r.archived_at), 'pushedAt', array_agg(r.pushed_at),
      'defaultBranch', array_agg(r.default_branch), 'headCommit', array_agg(r.head_commit),
      'headCommittedAt', array_agg(r.head_committed_at), 'languages', json_agg(r.languages),
      'topics', json_agg(r.topics), 'ownershipRule', array_agg(r.ownership_rule),
      'ownershipDetail', array_agg(r.ownership_detail), 'tally', json_agg(r.tally),
      'snapshot', json_agg(CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object(
        'commit', s.commit, 'committedAt', s.committed_at, 'readAt', s.read_at, 'validFrom', s.valid_from,
        'isComplete', s.is_complete, 'stages', s.stages, 'nonFlakeKinds', s.non_flake_kinds) END))::text AS document
    FROM repository AS r
    LEFT JOIN snapshot AS s ON s.repository_id = r.id AND s.valid_to IS NULL
    WHERE r.organization_id = ${organizationId}::uuid AND r.removed_at IS NULL`;
  return parseColumnDocument(repositorySchema, result);
}

const flakeSchema = z.object({
  id: z.string(),
  repositoryId: z.string(),
  directory: z.string(),
  role: z.enum(["main", "template", "example", "test"]),
  parseStatus: z.enum(["ok", "unread", "error"]),
  lockStatus: z.enum(["ok", "missing", "unread", "error"]),
});

/** readFlakeRows is every flake of their open snapshots. */
async function readFlakeRows(db: Database, organizationId: string) {
  const result = await db.client.$queryRaw<Document[]>`
    SELECT json_build_object(
      'id', array_agg(f.id), 'repositoryId', array_agg(r.id), 'directory', array_agg(f.directory), 'role', array_agg(f.role),
      'parseStatus', array_agg(f.parse_status), 'lockStatus', array_agg(f.lock_status))::text AS document
    FROM repository AS r
    JOIN snapshot AS s ON s.repository_id = r.id AND s.valid_to IS NULL
    JOIN flake AS f ON f.snapshot_id = s.id
    WHERE r.organization_id = ${organizationId}::uuid AND r.removed_at IS NULL`;
  return parseColumnDocument(flakeSchema, result);
}

const nixpkgsSchema = z.object({ flakeId: z.string(), lastModified: z.string().nullable() });

/** readNixpkgsRows is every input of these flakes whose source is a Nixpkgs tree. */
async function readNixpkgsRows(db: Database, organizationId: string) {
  const result = await db.client.$queryRaw<Document[]>`
    SELECT json_build_object('flakeId', array_agg(i.flake_id), 'lastModified', array_agg(i.last_modified))::text AS document
    FROM repository AS r
    JOIN snapshot AS s ON s.repository_id = r.id AND s.valid_to IS NULL
    JOIN flake AS f ON f.snapshot_id = s.id
    JOIN input AS i ON i.flake_id = f.id AND i.is_nixpkgs
    WHERE r.organization_id = ${organizationId}::uuid AND r.removed_at IS NULL`;
  return parseColumnDocument(nixpkgsSchema, result);
}

const ownerSchema = z.object({ repositoryId: z.string(), teamId: z.string() });

/** readOwnerRows is which teams own which repositories. */
async function readOwnerRows(db: Database, organizationId: string) {
  const result = await db.client.$queryRaw<Document[]>`
    SELECT json_build_object('repositoryId', array_agg(o.repository_id), 'teamId', array_agg(o.team_id))::text AS document
    FROM team JOIN repository_owner AS o ON o.team_id = team.id
    WHERE team.organization_id = ${organizationId}::uuid AND team.removed_at IS NULL`;
  return parseColumnDocument(ownerSchema, result);
}

const findingSchema = z.object({
  repositoryId: z.string(),
  checkId: z.string(),
  subject: z.string(),
  outcome: outcomeSchema,
  since: z.string(),
});

/** readFindingRows is every finding of them. */
async function readFindingRows(db: Database, organizationId: string) {
  const result = await db.client.$queryRaw<Document[]>`
    SELECT json_build_object(
      'repositoryId', array_agg(f.repository_id), 'checkId', array_agg(f.check_id), 'subject', array_agg(f.subject),
      'outcome', array_agg(f.outcome), 'since', array_agg(f.since))::text AS document
    FROM finding AS f JOIN repository AS r ON r.id = f.repository_id
    WHERE r.organization_id = ${organizationId}::uuid AND r.removed_at IS NULL`;
  return parseColumnDocument(findingSchema, result);
}
