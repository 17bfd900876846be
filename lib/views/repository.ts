import { type Theme, themes } from "#lib/model/finding.ts";
import type { FirstAdoption } from "#lib/model/first-adoption.ts";
import type { Glyph } from "#lib/model/glyph.ts";
import type { Instant } from "#lib/model/instant.ts";
import {
  fullName,
  type LanguageShare,
  type Visibility,
  type WhyNotEligible,
  whyNotEligible,
} from "#lib/model/repository.ts";
import type { OwnershipRule } from "#lib/model/team.ts";
import { type WaiverPeriod, waiverPeriod } from "#lib/model/waiver.ts";
import { organizationItem } from "./coverage.ts";
import { findingItems } from "./finding-items.ts";
import { flakeItems } from "./flake-items.ts";
import { glyphOf } from "./glyph.ts";
import { learnHref, repositoryHref } from "./hrefs.ts";
import { type InputGraph, inputGraphOf } from "./input-graph.ts";
import { mostNeeded, type NeededResource } from "./learning-need.ts";
import { type NextStepItem, nextStepItem } from "./next-step-item.ts";
import { onceForState } from "./once-for-state.ts";
import { type OrganizationState, type RepositoryState, readOrganizationState } from "./organization-state.ts";
import type { PracticeCard } from "./practices/practice.ts";
import { practiceCards } from "./practices/practice-cards.ts";
import type { ReadContext } from "./read-context.ts";
import { commitHref, evidenceLink, linkableUrl, type RepositoryPlace } from "./repository-links.ts";
import type { FindingItem, FlakeItem, StageStep, TimelineItem } from "./repository-parts.ts";
import { nextStepOf, teamLinks } from "./repository-row.ts";
import { repositorySentence } from "./repository-sentence.ts";
import type { Coverage, OrganizationItem, TeamLink } from "./shared.ts";
import { stageLadder } from "./stage-ladder.ts";
import { readStoredRepository } from "./stored-repository.ts";
import { timelineItems } from "./timeline.ts";

/** RepositoryView is one repository's page. */
export interface RepositoryView {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
  readonly name: string;
  readonly fullName: string;
  readonly url: string | null;
  readonly description: string | null;
  readonly visibility: Visibility;
  readonly notEligible: WhyNotEligible | null;
  readonly teams: readonly TeamLink[];
  readonly ownershipRule: OwnershipRule;
  readonly ownershipDetail: string;
  readonly defaultBranch: string | null;
  readonly commit: string | null;
  readonly commitHref: string | null;
  readonly readAt: Instant | null;
  /** When it was last seen at its provider with the content that is shown; null while its newest commit is still to be read. */
  readonly lookedAt: Instant | null;
  readonly pushedAt: Instant | null;
  readonly languages: readonly LanguageShare[];
  readonly topics: readonly string[];
  /** Why the last scan could not read it; null when it could. */
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly sentence: string;
  readonly glyph: Glyph;
  readonly ladder: readonly StageStep[];
  /** Null when nothing is left or nothing is known. */
  readonly nextStep: NextStepItem | null;
  readonly flakes: readonly FlakeItem[];
  /** The inputs of the first main flake as a picture; null without a lock. */
  readonly graph: InputGraph | null;
  /** The day on which the list of branches was read, on which every branch status rests. */
  readonly branchesAsOf: string;
  /** What it has of each practice; empty when it was never read. */
  readonly practices: readonly PracticeCard[];
  readonly findings: readonly { readonly theme: Theme; readonly items: readonly FindingItem[] }[];
  readonly reading: { readonly resources: readonly NeededResource[]; readonly href: string };
  readonly adoption: FirstAdoption | null;
  readonly timeline: readonly TimelineItem[];
  /** What may be chosen in the forms of the page. */
  readonly choices: {
    readonly waiverPeriod: WaiverPeriod;
    readonly teams: readonly { readonly slug: string; readonly name: string }[];
  };
}

/** readRepository is one repository's page; null when the organization or the repository does not exist. */
export async function readRepository(context: ReadContext, slug: string, name: string): Promise<RepositoryView | null> {
  const state = await readOrganizationState(context, slug);
  const repository = state?.repositories.find((one) => one.name === name);
  if (state === null || repository === undefined) return null;
  const stored = await readStoredRepository(context.database, state.organization.id, repository);
  if (stored === null) return null;
  const { detail, upstreams, adoption } = stored;
  const facts = detail.snapshot?.facts ?? null;
  const place = { url: repository.url, commit: repository.snapshot?.commit ?? null };
  // What the checks look at, so that the page says of an input what they say.
  const judged =
    facts === null ? null : { repository: detail, facts, policy: state.policy, asOf: context.asOf, upstreams };
  const findings = themes
    .map((theme) => ({ theme, items: findingItems(theme, { state, detail, place, judged }) }))
    .filter(({ items }) => items.length > 0);
  const nextStep = nextStepOf(repository);
  const allFindings = findings.flatMap(({ items }) => items);
  return {
    ...identityOf(state, repository, place),
    organization: organizationItem(state.organization),
    coverage: state.coverage,
    failure: repository.failure,
    lookedAt: detail.headCommit === place.commit ? detail.lastSeenAt : null,
    sentence: repositorySentence(repository, facts, state.policy),
    glyph: glyphOf([repository]),
    ladder: stageLadder(facts, place),
    nextStep: nextStep === null ? null : nextStepItem(nextStep, allFindings, { resources: state.resources, judged }),
    branchesAsOf: state.policy.branchStatuses.asOf,
    flakes: judged === null ? [] : flakeItems({ judged, place, hrefOf: hrefsIn(state) }),
    graph: inputGraphOf(facts?.flakes ?? [], { slug, repository: name, policy: state.policy, asOf: context.asOf }),
    practices:
      facts === null
        ? []
        : practiceCards({ facts, policy: state.policy, link: (evidence) => evidenceLink(evidence, place) }),
    findings,
    reading: { resources: mostNeeded(state, [repository]), href: learnHref(slug) },
    adoption,
    timeline: timelineItems(stored.past, stored.isPastWhole, stored.events, repository.url),
    choices: {
      waiverPeriod: waiverPeriod(context.asOf),
      teams: state.teams.map((team) => ({ slug: team.slug, name: team.name })),
    },
  };
}

function identityOf(state: OrganizationState, repository: RepositoryState, place: RepositoryPlace) {
  const { snapshot } = repository;
  const teams = new Map(state.teams.map((team) => [team.id, team]));
  return {
    name: repository.name,
    fullName: fullName(repository),
    url: linkableUrl(repository.url),
    description: repository.description,
    visibility: repository.visibility,
    notEligible: whyNotEligible(repository, repository.isExcluded),
    teams: teamLinks(state.organization.slug, repository.ownerTeamIds, teams),
    ownershipRule: repository.ownershipRule,
    ownershipDetail: repository.ownershipDetail,
    defaultBranch: repository.defaultBranch,
    commit: snapshot?.commit ?? null,
    commitHref: snapshot === null ? null : commitHref(snapshot.commit, place.url),
    readAt: snapshot?.readAt ?? null,
    pushedAt: repository.pushedAt,
    languages: repository.languages,
    topics: repository.topics,
  };
}

/** The page of a repository by its name in lower case; null where the organization has none of that name. */
const hrefsIn = onceForState(({ organization, repositories }): ((repository: string) => string | null) => {
  const byName = new Map(repositories.map(({ name }) => [name.toLowerCase(), name]));
  return (repository) => {
    const name = byName.get(repository);
    return name === undefined ? null : repositoryHref(organization.slug, name);
  };
});
