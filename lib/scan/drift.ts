import { addDays } from "#lib/model/instant.ts";
import type { UpstreamHead } from "#lib/model/upstream-heads.ts";
import type { BranchRequest } from "#lib/providers/source-provider.ts";
import { listUpstreamsToAsk, recordUpstreamHeads, type UpstreamBranch } from "#lib/store/upstreams.ts";
import type { ScanContext } from "./scan-context.ts";

// What was asked in this time is not asked again: a little less than a day, so that a nightly run asks every night.
const askedDaysMax = 0.9;

/**
 * updateDrift asks for the newest revision of every branch that the organization's inputs point to, at most once a day,
 * and only on the provider's own forge; others stay unknown.
 *
 * @returns how many branches were asked for.
 */
export async function updateDrift({
  database,
  provider,
  organizationId,
  now,
  signal,
}: Pick<ScanContext, "database" | "provider" | "organizationId" | "now" | "signal">): Promise<number> {
  const askedAfter = addDays(now(), -askedDaysMax);
  const branches = await listUpstreamsToAsk(database, organizationId, askedAfter);
  const branchOf = new Map<BranchRequest, UpstreamBranch>();
  for (const branch of branches) {
    const request = requestOf(branch);
    if (request !== null) branchOf.set(request, branch);
  }
  if (branchOf.size === 0) return 0;
  const heads: (UpstreamBranch & { readonly head: UpstreamHead | null })[] = [];
  for await (const { request, head } of provider.readBranches([...branchOf.keys()], signal)) {
    const branch = branchOf.get(request);
    if (branch === undefined) continue;
    heads.push({ ...branch, head: head && { revision: head.commit, committedAt: head.committedAt } });
  }
  await recordUpstreamHeads(database, organizationId, heads, now());
  return heads.length;
}

/** `github:owner/name`, or `github:host/owner/name` for another host than github.com. */
function requestOf({ upstream, branch }: UpstreamBranch): BranchRequest | null {
  const parts = upstream.replace(/^github:/, "").split("/");
  const [host, owner, name] = parts.length === 2 ? ["github.com", ...parts] : parts;
  if (host === undefined || owner === undefined || name === undefined || parts.length > 3) return null;
  return { host, owner, name, branch };
}
