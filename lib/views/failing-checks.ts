import { severityOf } from "#lib/checks/evaluate-checks.ts";
import { checks } from "#lib/checks/registry.ts";
import type { Severity, Theme } from "#lib/model/finding.ts";
import type { Policy } from "#lib/model/policy.ts";
import type { Resource } from "#lib/model/resource.ts";
import { checkWhyHref } from "./checks.ts";
import { findingHref } from "./hrefs.ts";
import type { RepositoryState } from "./organization-state.ts";
import { type ResourceLink, resourceLinksForCheck } from "./resource-links.ts";

/** FailingCheck is one check that fails in some repositories of a team. */
export interface FailingCheck {
  readonly checkId: string;
  readonly title: string;
  readonly theme: Theme;
  readonly severity: Severity;
  readonly count: number;
  /** How to mend it, in a sentence or two. */
  readonly remediation: string;
  readonly resources: readonly ResourceLink[];
  /** Where it fails; `href` leads to the finding on the page of the repository. */
  readonly repositories: readonly { readonly name: string; readonly href: string }[];
  /** Leads to all repositories in and out of its share in the team. */
  readonly whyHref: string;
}

const severityOrder = { error: 0, warning: 1, advice: 2 } as const satisfies Record<Severity, number>;

/**
 * failingChecks are the checks that fail in some of the repositories of a team: by the severities of the policy, errors first,
 * then by how many repositories fail. Repositories that are not eligible, and waived fails, are left out.
 */
export function failingChecks(
  { slug, team }: { readonly slug: string; readonly team: string },
  repositories: readonly RepositoryState[],
  { resources, policy }: { readonly resources: readonly Resource[]; readonly policy: Policy },
): readonly FailingCheck[] {
  const eligible = repositories.filter((repository) => repository.isEligible);
  const failing = checks.map((check) => {
    const fails = eligible.filter(({ findings }) =>
      findings.some((finding) => finding.checkId === check.id && finding.outcome === "fail" && !finding.isWaived),
    );
    return {
      checkId: check.id,
      title: check.words.title,
      theme: check.theme,
      severity: severityOf(check, policy),
      count: fails.length,
      remediation: check.words.remediation,
      resources: resourceLinksForCheck(check.id, resources),
      repositories: fails.map(({ name }) => ({ name, href: findingHref(slug, name, check.id, "") })),
      whyHref: checkWhyHref(slug, check.id, { team }),
    };
  });
  return failing
    .filter((check) => check.count > 0)
    .toSorted((one, other) => severityOrder[one.severity] - severityOrder[other.severity] || other.count - one.count);
}
