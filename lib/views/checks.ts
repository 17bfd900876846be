import type { Check } from "#lib/checks/check.ts";
import { metricOfCheck, metrics } from "#lib/checks/counted.ts";
import { severityOf } from "#lib/checks/evaluate-checks.ts";
import { checks } from "#lib/checks/registry.ts";
import { formatCount } from "#lib/format/format.ts";
import { measure, nothing } from "#lib/metrics/metric.ts";
import { type Severity, type Theme, themes } from "#lib/model/finding.ts";
import type { Share } from "#lib/model/share.ts";
import { organizationItem } from "./coverage.ts";
import { checkHref, whyHref } from "./hrefs.ts";
import { onceForState } from "./once-for-state.ts";
import { type OrganizationState, type RepositoryState, readOrganizationState } from "./organization-state.ts";
import type { ReadContext } from "./read-context.ts";
import type { Coverage, Headline, OrganizationItem } from "./shared.ts";
import { changeOf, readTrends } from "./trend.ts";

/** CheckRow is one check in the list of checks. Counts are eligible repositories, each once. */
export interface CheckRow {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly theme: Theme;
  /** Under the organization's policy. */
  readonly severity: Severity;
  /** The organization does not ask it. */
  readonly isOff: boolean;
  /** Repositories that pass, of those to which it applies. */
  readonly share: Share;
  readonly failing: number;
  readonly waived: number;
  /** Leads to the repositories in and out of the share. */
  readonly whyHref: string;
}

/** ListedCheck is a check with how its share has moved in about a month; null where it has no points yet. */
export interface ListedCheck extends CheckRow {
  readonly change: Headline["change"];
}

/** ChecksView is the list of checks. */
export interface ChecksView {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
  readonly sentence: string;
  readonly checks: readonly ListedCheck[];
}

/** readChecks is the list of checks, by theme; null when there is no organization of that slug. */
export async function readChecks(context: ReadContext, slug: string): Promise<ChecksView | null> {
  const state = await readOrganizationState(context, slug);
  if (state === null) return null;
  const rows = checkRows(state);
  const changeOf = await readChanges(context, state);
  return {
    organization: organizationItem(state.organization),
    coverage: state.coverage,
    sentence: sentenceOf(rows),
    checks: rows.map((row) => ({ ...row, change: row.isOff ? null : changeOf(row) })),
  };
}

async function readChanges(
  context: ReadContext,
  state: OrganizationState,
): Promise<(row: CheckRow) => Headline["change"]> {
  const metricIds = checkMetrics.map(({ id }) => id);
  const asked = { metricIds, scopes: [{ kind: "organization" }], range: "90d" } as const;
  const trends = await readTrends(context, state.organization.id, asked);
  return (row) => {
    const metric = metricOfCheck(row.id);
    if (metric === undefined) return null;
    return changeOf(sharesOfChecks(state).get(metric.id) ?? nothing, trends(metric.id), context.asOf);
  };
}

const checkMetrics = metrics.filter(({ basis }) => basis.kind === "check");
const sharesOfChecks = onceForState(
  ({ repositories }) => new Map(checkMetrics.map((metric) => [metric.id, measure(metric, repositories)])),
);

const checkRows = onceForState((state) =>
  themes.flatMap((theme) => checks.filter((check) => check.theme === theme).map((check) => checkRow(check, state))),
);

/** checkRow is a check with how the eligible repositories of an organization fare. */
export function checkRow(
  check: Check,
  state: Pick<OrganizationState, "organization" | "policy" | "repositories">,
): CheckRow {
  const isOff = state.policy.checksOff.includes(check.id);
  const eligible = isOff ? [] : state.repositories.filter(({ isEligible }) => isEligible);
  const metric = metricOfCheck(check.id);
  const share = metric === undefined ? nothing : measure(metric, eligible);
  return {
    id: check.id,
    title: check.words.title,
    href: checkHref(state.organization.slug, check.id),
    theme: check.theme,
    severity: severityOf(check, state.policy),
    isOff,
    share,
    failing: share.denominator - share.numerator - share.unknown,
    waived: eligible.filter((repository) => hasWaivedFail(repository, check.id)).length,
    whyHref: checkWhyHref(state.organization.slug, check.id),
  };
}

/** checkWhyHref is why the share of a check is what it is: for the organization or a team. */
export function checkWhyHref(slug: string, checkId: string, asked: { readonly team?: string } = {}): string {
  return whyHref(slug, metricOfCheck(checkId)?.id ?? checkId, asked);
}

function hasWaivedFail({ findings }: RepositoryState, checkId: string): boolean {
  return findings.some((finding) => finding.checkId === checkId && finding.outcome === "fail" && finding.isWaived);
}

function sentenceOf(rows: readonly CheckRow[]): string {
  const asked = rows.filter(({ isOff }) => !isOff);
  const failing = asked.filter((row) => row.failing > 0).length;
  const off = rows.length - asked.length;
  const words = `${failing} of ${formatCount(asked.length, "check fails", "checks fail")} in at least one repository`;
  return off === 0 ? `${words}.` : `${words}; ${off} ${off === 1 ? "is" : "are"} turned off.`;
}
