import { z } from "zod";
import { type Day, dayOf, type Instant } from "#lib/model/instant.ts";
import type { LockedSpan, MeasuredSpan } from "#lib/model/metric.ts";
import type { Database } from "./database.ts";

/** PastLife is when one repository counted on the days before it was observed, and for whom. */
export interface PastLife {
  readonly ownerTeamIds: readonly string[];
  /** Null when the provider does not say, and nothing older was seen of it: it counted from the first day on. */
  readonly eligibleFrom: Day | null;
  /** The day from which on it counted no more; null while it counts. */
  readonly eligibleTo: Day | null;
}

/** PastDays is how one repository counts on the days before it was observed. */
export interface PastDays extends PastLife {
  /** In order. Days that are in none are not known. */
  readonly spans: readonly MeasuredSpan[];
}

const shareSchema = z.object({ numerator: z.number(), denominator: z.number(), unknown: z.number() });
const spansSchema = z.array(z.object({ from: z.string(), to: z.string(), shares: z.record(z.string(), shareSchema) }));
const locksSchema = z.array(z.object({ from: z.string(), to: z.string(), days: z.array(z.int()) }));

// Every repository that ever counted, removed ones too. One that was archived on an unknown day counts on no day.
const everCounted = (organizationId: string) => ({
  organizationId,
  isFork: false,
  isEmpty: false,
  isExcluded: false,
  NOT: { isArchived: true, archivedAt: null },
});

const lifeSelect = {
  createdAt: true,
  archivedAt: true,
  isArchived: true,
  removedAt: true,
  owners: { select: { teamId: true } },
} as const;

interface LifeRow {
  readonly createdAt: Date | null;
  readonly archivedAt: Date | null;
  readonly isArchived: boolean;
  readonly removedAt: Date | null;
  readonly owners: readonly { readonly teamId: string }[];
}

function toLife({ createdAt, archivedAt, isArchived, removedAt, owners }: LifeRow): PastLife {
  return {
    ownerTeamIds: owners.map(({ teamId }) => teamId),
    eligibleFrom: toDay(createdAt),
    eligibleTo: earlier(isArchived ? toDay(archivedAt) : null, toDay(removedAt)),
  };
}

// A past has some hundred spans of eighty shares: fifty of them are some tens of megabytes while they are turned over.
const daysPageSize = 50;

/**
 * listPastDays goes through every repository of an organization that ever counted, removed ones too, some at a time,
 * with its days before it was observed and the teams that own it today: who owned it then is not known.
 *
 * A repository that was archived on an unknown day counts on none of them.
 */
export async function* listPastDays(db: Database, organizationId: string): AsyncGenerator<readonly PastDays[]> {
  let after: string | undefined;
  for (;;) {
    const rows = await db.client.repository.findMany({
      where: { ...everCounted(organizationId), ...(after === undefined ? {} : { id: { gt: after } }) },
      select: { id: true, ...lifeSelect, history: { select: { spans: true } } },
      orderBy: { id: "asc" },
      take: daysPageSize,
    });
    yield rows.map(({ history, ...life }) => ({
      ...toLife(life),
      // A cache of our own making: one that another version wrote is counted anew and meanwhile unknown.
      spans: spansSchema.safeParse(history?.spans ?? []).data ?? [],
    }));
    if (rows.length < daysPageSize) return;
    after = rows.at(-1)?.id;
  }
}

/** PastLocks is when the inputs of one repository were locked on the days before it was observed. */
export interface PastLocks extends PastLife {
  /** In order. On days that are in none, no age is known. */
  readonly locks: readonly LockedSpan[];
}

// A lock that is updated every week for eighteen months is some ten kilobytes.
const locksPageSize = 500;

/** listPastLocks goes through the same repositories as `listPastDays`, some at a time: all at once they are too much. */
export async function* listPastLocks(db: Database, organizationId: string): AsyncGenerator<readonly PastLocks[]> {
  let after: string | undefined;
  for (;;) {
    const rows = await db.client.repository.findMany({
      where: {
        ...everCounted(organizationId),
        history: { isNot: null },
        ...(after === undefined ? {} : { id: { gt: after } }),
      },
      select: { id: true, ...lifeSelect, history: { select: { locks: true } } },
      orderBy: { id: "asc" },
      take: locksPageSize,
    });
    yield rows.map(({ history, ...life }) => ({
      ...toLife(life),
      locks: locksSchema.safeParse(history?.locks ?? []).data ?? [],
    }));
    if (rows.length < locksPageSize) return;
    after = rows.at(-1)?.id;
  }
}

/** findFirstObservedDay is the first day of which a scan counted the organization; null when none did. */
export async function findFirstObservedDay(db: Database, organizationId: string): Promise<Day | null> {
  const { _min } = await db.client.metricPoint.aggregate({
    where: { organizationId, origin: "observed" },
    _min: { day: true },
  });
  return toDay(_min.day);
}

function toDay(date: Date | null): Day | null {
  const instant: Instant | undefined = date?.toISOString();
  return instant === undefined ? null : dayOf(instant);
}

function earlier(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
