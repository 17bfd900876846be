import { findCheck } from "#lib/checks/registry.ts";
import { formatCount } from "#lib/format/format.ts";
import type { Median } from "#lib/metrics/figures.ts";
import type { Metric } from "#lib/metrics/metric.ts";
import { dayOf, type Instant } from "#lib/model/instant.ts";
import { stageNames } from "#lib/model/stage.ts";
import { type FindingSummary, listFindingSummaries } from "#lib/store/finding-summaries.ts";
import { readStateRevision } from "#lib/store/state-revision.ts";
import type { RepositoryState } from "./organization-state.ts";
import type { ReadContext } from "./read-context.ts";
import { createStateMemory } from "./state-memory.ts";

/** ReasonOf says in words why a repository stands as it does now. */
export type ReasonOf = (repository: RepositoryState) => string;

// A check has a summary or more for each repository.
const checksMax = 8;
const rememberSummaries = createStateMemory<ReadonlyMap<string, readonly FindingSummary[]>>(checksMax);

/** readReasons prepares the reasons of a metric: from the findings of its check, of its theme, from the stages or the tally. */
export async function readReasons(
  { database }: ReadContext,
  organizationId: string,
  { basis }: Metric,
): Promise<ReasonOf> {
  switch (basis.kind) {
    case "stage": {
      const stage = stageNames[basis.stage];
      return ({ isRead, stages }) =>
        isRead ? `${stages.includes(basis.stage) ? "Shows" : "Does not show"} the stage "${stage}".` : notRead;
    }
    case "theme":
      return (repository) => (repository.isRead ? themeReason(repository, basis.theme) : notRead);
    case "tally":
      return ({ isRead, tally }) => {
        if (!isRead) return notRead;
        return tally === null ? notCounted : basis.reason(tally);
      };
    case "check": {
      const { checkId } = basis;
      const at = { key: `${organizationId} ${checkId}`, revision: await readStateRevision(database) };
      const byRepository = await rememberSummaries(database, at, async () =>
        Map.groupBy(await listFindingSummaries(database, organizationId, checkId), ({ repositoryId }) => repositoryId),
      );
      return ({ id, isRead, findings, unaskedChecks }) => {
        if (isRead && unaskedChecks.some((unasked) => unasked.checkId === checkId)) return notCounted;
        const waived = new Set(
          findings.filter((one) => one.checkId === checkId && one.isWaived).map(({ subject }) => subject),
        );
        return isRead ? checkReason(byRepository.get(id) ?? [], waived) : notRead;
      };
    }
  }
}

/** medianReason says in words what a repository brings to a median today. */
export function medianReason({ reason }: Median, asOf: Instant): ReasonOf {
  return ({ isRead, tally }) => {
    if (!isRead) return notRead;
    return tally === null ? notCounted : reason(tally, dayOf(asOf), "present");
  };
}

const notCounted = "The next scan counts it.";
const notRead = "It could not be read.";
const worstFirst = ["fail", "unknown", "pass", "not-applicable"] as const;

/** The summary of the worst finding, and how many others say the like; waived fails after all that counts. */
function checkReason(summaries: readonly FindingSummary[], waived: ReadonlySet<string>): string {
  const counts = summaries.filter(({ subject, outcome }) => !(outcome === "fail" && waived.has(subject)));
  for (const outcome of worstFirst) {
    const [first, ...others] = counts.filter((one) => one.outcome === outcome);
    if (first === undefined) continue;
    return others.length === 0 ? first.summary : `${first.summary}, and ${formatCount(others.length, "more", "more")}`;
  }
  return summaries.length === 0 ? "The check was not asked." : "Its fail is waived.";
}

function themeReason({ findings }: RepositoryState, theme: string): string {
  const ofTheme = findings.filter((one) => one.theme === theme && !(one.isWaived && one.outcome === "fail"));
  const failing = new Set(ofTheme.filter(({ outcome }) => outcome === "fail").map(({ checkId }) => checkId));
  if (failing.size > 0) return `Fails: ${[...failing].map((id) => findCheck(id)?.words.title ?? id).join("; ")}.`;
  const unknown = ofTheme.filter(({ outcome }) => outcome === "unknown").length;
  if (unknown > 0) return `${formatCount(unknown, "finding is", "findings are")} unknown.`;
  return ofTheme.some(({ outcome }) => outcome === "pass") ? "All that applies passes." : "No check of it applies.";
}
