import { z } from "zod";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Finding } from "#lib/model/finding.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { OwnershipRule } from "#lib/model/team.ts";
import { parseFactsDocument } from "./facts/facts-document.ts";
import { evidenceSchema } from "./facts/observed-schema.ts";
import type { $Enums, Prisma } from "./generated/client.ts";
import { notApplicableSchema } from "./not-applicable.ts";
import { languagesSchema, type RepositoryRecord } from "./repository-record.ts";
import { repositorySelect } from "./repository-row.ts";

/** FindingRecord is the latest outcome of a check for a subject, with its words and places. */
export interface FindingRecord extends Finding {
  /** When this outcome began. */
  readonly since: Instant;
}

/** SnapshotPeriod is one commit of a repository and the time in which it was the head. */
export interface SnapshotPeriod {
  readonly commit: string;
  readonly committedAt: Instant | null;
  readonly validFrom: Instant;
  /** Null while it is the head. */
  readonly validTo: Instant | null;
  readonly readAt: Instant;
  readonly origin: "observed" | "backfilled";
}

/** RepositoryDetail is all that is known of one repository. */
export interface RepositoryDetail extends RepositoryRecord {
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
  /** When an inventory first missed it; null while it is there. */
  readonly removedAt: Instant | null;
  /** What was last read; null until it was. `facts` is null when they have to be read again by this version. */
  readonly snapshot: (SnapshotPeriod & { readonly facts: RepositoryFacts | null }) | null;
  readonly findings: readonly FindingRecord[];
  /** Every snapshot, the newest first. */
  readonly history: readonly SnapshotPeriod[];
}

const periodSelect = {
  commit: true,
  committedAt: true,
  validFrom: true,
  validTo: true,
  readAt: true,
  origin: true,
} as const;

const findingSelect = {
  checkId: true,
  checkVersion: true,
  subject: true,
  outcome: true,
  summary: true,
  evidence: true,
  since: true,
} as const;

/** repositoryDetailSelect is what of the tables makes up a RepositoryDetail, but the facts. */
export const repositoryDetailSelect = {
  ...repositorySelect,
  id: true,
  isExcluded: true,
  ownershipRule: true,
  ownershipDetail: true,
  firstSeenAt: true,
  lastSeenAt: true,
  removedAt: true,
  notApplicable: true,
  owners: { select: { teamId: true }, where: { team: { removedAt: null } } },
  snapshots: { select: periodSelect, orderBy: { validFrom: "desc" } },
  findings: { select: findingSelect },
} as const satisfies Prisma.RepositorySelect;

type RepositoryRow = Prisma.RepositoryGetPayload<{ select: typeof repositoryDetailSelect }>;

// Prisma names the values of an enum as identifiers, without hyphens.
const ownershipRuleFromRow = {
  settings_file: "settings-file",
  organization_mapping: "organization-mapping",
  custom_property: "custom-property",
  codeowners: "codeowners",
  team_permission: "team-permission",
  none: "none",
} as const satisfies Record<$Enums.OwnershipRule, OwnershipRule>;

const evidenceListSchema = z.array(evidenceSchema);

/** toRepositoryDetail puts a row and the facts document of its open snapshot together. */
export function toRepositoryDetail(row: RepositoryRow, factsDocument: unknown): RepositoryDetail {
  const { owners, snapshots, findings, notApplicable, languages, ownershipRule, ...repository } = row;
  const history = snapshots.map(toPeriod);
  const open = history.find(({ validTo }) => validTo === null);
  return {
    ...repository,
    createdAt: toInstant(repository.createdAt),
    archivedAt: toInstant(repository.archivedAt),
    pushedAt: toInstant(repository.pushedAt),
    headCommittedAt: toInstant(repository.headCommittedAt),
    firstSeenAt: repository.firstSeenAt.toISOString(),
    lastSeenAt: repository.lastSeenAt.toISOString(),
    removedAt: toInstant(repository.removedAt),
    languages: languagesSchema.parse(languages),
    ownershipRule: ownershipRuleFromRow[ownershipRule],
    ownerTeamIds: owners.map(({ teamId }) => teamId),
    snapshot: open === undefined ? null : { ...open, facts: parseFactsDocument(factsDocument) },
    findings: [
      ...findings.map((finding) => ({
        ...finding,
        evidence: evidenceListSchema.parse(finding.evidence),
        since: finding.since.toISOString(),
      })),
      ...notApplicableSchema.parse(notApplicable),
    ].sort(byCheckAndSubject),
    history,
  };
}

function byCheckAndSubject(one: Finding, other: Finding): number {
  return one.checkId.localeCompare(other.checkId) || one.subject.localeCompare(other.subject);
}

function toPeriod(row: RepositoryRow["snapshots"][number]): SnapshotPeriod {
  return {
    commit: row.commit,
    committedAt: toInstant(row.committedAt),
    validFrom: row.validFrom.toISOString(),
    validTo: toInstant(row.validTo),
    readAt: row.readAt.toISOString(),
    origin: row.origin,
  };
}

function toInstant(date: Date | null): Instant | null {
  return date === null ? null : date.toISOString();
}
