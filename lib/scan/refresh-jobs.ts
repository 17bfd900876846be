import { toAppError } from "#lib/errors/app-error.ts";
import { recordOwnerCandidates } from "#lib/store/owner-candidates.ts";
import { listStoredRepositories } from "#lib/store/repositories.ts";
import { listUpstreamHeads } from "#lib/store/upstreams.ts";
import { listOwners, readKnownTeams } from "./list-owners.ts";
import type { RecordContext } from "./record-repository.ts";
import { reevaluate } from "./reevaluate.ts";
import { refreshRepository } from "./refresh-repository.ts";
import { rollUp } from "./roll-up.ts";
import { type OpenOrganization, openOrganization, type WorkContext } from "./work-context.ts";

/**
 * workOnRefreshes lets this process look again at what a push, an event or a person names: one repository, or the
 * teams. Both belong to no scan, so a scan that runs for hours does not hold them up.
 */
export async function workOnRefreshes(context: WorkContext): Promise<void> {
  const { queue } = context;
  await queue.work("refresh-repository", ({ organizationId, providerId }, signal) =>
    refresh(context, organizationId, signal, async (organization, recording) => {
      await refreshRepository({ ...organization, ...recording, signal }, providerId);
      await queue.send("roll-up", { organizationId });
    }),
  );
  await queue.work("refresh-teams", ({ organizationId }, signal) =>
    refresh(context, organizationId, signal, (organization) => refreshTeams(context, organization, signal)),
  );
  await queue.work("roll-up", ({ organizationId }, signal) =>
    refresh(context, organizationId, signal, (_, recording) => rollUp({ ...recording, organizationId })),
  );
}

/** Lists teams and custom properties anew, and decides for each repository who owns it. */
async function refreshTeams(context: WorkContext, organization: OpenOrganization, signal: AbortSignal): Promise<void> {
  const { database, now } = context;
  const { organizationId } = organization;
  const candidatesOf = await listOwners({ ...organization, database, asOf: now(), signal });
  for await (const page of listStoredRepositories(database, organizationId)) {
    const candidates = page.map(({ id, repository }) => [id, candidatesOf(repository)] as const);
    await recordOwnerCandidates(database, new Map(candidates));
  }
  await reevaluate(await recordingOf(context, organization), organizationId, signal);
}

/** recordingOf is what repositories of an organization are recorded with outside of a scan, as of now. */
export async function recordingOf(
  { database, now }: WorkContext,
  organization: OpenOrganization,
): Promise<RecordContext> {
  const teams = await readKnownTeams({ ...organization, database });
  const upstreams = await listUpstreamHeads(database, organization.organizationId);
  return { database, scanId: null, policy: organization.policy, upstreams, teams, asOf: now(), now };
}

/** What fails is logged, and thrown where trying again may help; the next scan makes up for the rest. */
async function refresh(
  context: WorkContext,
  organizationId: string,
  signal: AbortSignal,
  work: (organization: OpenOrganization, recording: RecordContext) => Promise<void>,
): Promise<void> {
  try {
    const organization = await openOrganization(context, organizationId, "refresh");
    if (organization !== null) await work(organization, await recordingOf(context, organization));
  } catch (error) {
    // A process that stops leaves the look to whoever comes next.
    if (signal.aborted) throw error;
    const appError = toAppError(error);
    context.log.warn("A refresh failed", { organization: organizationId, problem: appError.message });
    if (appError.isRetryable || appError.code === "internal") throw error;
  }
}
