import type { Instant } from "#lib/model/instant.ts";
import { type UpstreamHead, type UpstreamHeads, upstreamKey } from "#lib/model/upstream-heads.ts";
import type { Database } from "./database.ts";
import { toStorableInstant, toStorableJson, toStorableKey } from "./storable.ts";

/** UpstreamBranch is a branch that some input of an organization points to now; null is the default one. */
export interface UpstreamBranch {
  /** As `upstreamOf` writes it. */
  readonly upstream: string;
  readonly branch: string | null;
}

// The default branch has no name in the table.
const defaultBranch = "";

/** listUpstreamsToAsk are the branches on forges that an organization's inputs point to, each once, but for those asked since `askedAfter`. */
export async function listUpstreamsToAsk(
  db: Database,
  organizationId: string,
  askedAfter: Instant,
): Promise<readonly UpstreamBranch[]> {
  const rows = await db.client.$queryRaw<readonly { readonly upstream: string; readonly branch: string }[]>`
    SELECT DISTINCT input.upstream, COALESCE(input.ref, ${defaultBranch}) AS branch
    FROM input
    JOIN flake ON flake.id = input.flake_id
    JOIN snapshot ON snapshot.id = flake.snapshot_id AND snapshot.valid_to IS NULL
    JOIN repository ON repository.id = snapshot.repository_id AND repository.removed_at IS NULL
    WHERE repository.organization_id = ${organizationId}::uuid AND input.upstream LIKE 'github:%'
      AND NOT EXISTS (
        SELECT 1 FROM upstream_head AS asked
        WHERE asked.organization_id = repository.organization_id AND asked.upstream = input.upstream
          AND asked.ref = COALESCE(input.ref, ${defaultBranch}) AND asked.asked_at > ${askedAfter}::timestamptz)
    ORDER BY 1, 2`;
  return rows.map(({ upstream, branch }) => ({ upstream, branch: branch === defaultBranch ? null : branch }));
}

/** recordUpstreamHeads records what the forges said at `at`; a branch that is not there is recorded as such. */
export async function recordUpstreamHeads(
  db: Database,
  organizationId: string,
  heads: readonly (UpstreamBranch & { readonly head: UpstreamHead | null })[],
  at: Instant,
): Promise<void> {
  const rows = heads.map(({ upstream, branch, head }) => ({
    upstream: toStorableKey(upstream),
    ref: toStorableKey(branch ?? defaultBranch),
    revision: head?.revision ?? null,
    committed_at: toStorableInstant(head?.committedAt ?? null),
  }));
  await db.client.$executeRaw`
    INSERT INTO upstream_head (organization_id, upstream, ref, asked_at, revision, committed_at)
    SELECT ${organizationId}::uuid, row.upstream, row.ref, ${at}::timestamptz, row.revision, row.committed_at
    FROM json_to_recordset(${toStorableJson(rows)}::json) AS row(
      upstream text, ref text, revision text, committed_at timestamptz)
    ON CONFLICT (organization_id, upstream, ref) DO UPDATE SET
      asked_at = EXCLUDED.asked_at, revision = EXCLUDED.revision, committed_at = EXCLUDED.committed_at`;
}

/**
 * listUpstreamHeads is what is known of the branches that an organization's inputs point to, or pointed to.
 *
 * @param upstreams as `upstreamOf` writes them: the branches of these only; all of them when left out.
 */
export async function listUpstreamHeads(
  db: Database,
  organizationId: string,
  upstreams?: readonly string[],
): Promise<UpstreamHeads> {
  const rows = await db.client.upstreamHead.findMany({
    where: { organizationId, ...(upstreams === undefined ? {} : { upstream: { in: upstreams.map(toStorableKey) } }) },
    select: { upstream: true, ref: true, revision: true, committedAt: true },
  });
  return new Map(
    rows.map(({ upstream, ref, revision, committedAt }) => {
      const isThere = revision !== null && committedAt !== null;
      const head = isThere ? { revision, committedAt: committedAt.toISOString() } : null;
      return [upstreamKey(upstream, ref === defaultBranch ? null : ref), head];
    }),
  );
}

/** UpstreamsAsked is how many branches of upstreams were asked for their newest revision, and when last. */
export interface UpstreamsAsked {
  readonly branches: number;
  /** Branches that are not there any more. */
  readonly gone: number;
  /** Null when none was ever asked. */
  readonly lastAt: Instant | null;
}

/** countUpstreamsAsked says on how much the drift of an organization's inputs rests. */
export async function countUpstreamsAsked(db: Database, organizationId: string): Promise<UpstreamsAsked> {
  const asked = await db.client.upstreamHead.aggregate({
    where: { organizationId },
    _count: { _all: true, revision: true },
    _max: { askedAt: true },
  });
  const branches = asked._count._all;
  return { branches, gone: branches - asked._count.revision, lastAt: asked._max.askedAt?.toISOString() ?? null };
}
