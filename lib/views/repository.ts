import type { UpdateAutomationFact } from "#lib/model/automation-facts.ts";
import type { NonFlakeFact, RepositoryFacts } from "#lib/model/facts.ts";
import { type Theme, themes } from "#lib/model/finding.ts";
import type { Glyph } from "#lib/model/glyph.ts";
import type { Instant } from "#lib/model/instant.ts";
import { known, type Observed, unknown } from "#lib/model/observed.ts";
import type { Policy } from "#lib/model/policy.ts";
import {
  fullName,
  type LanguageShare,
  type Visibility,
  type WhyNotEligible,
  whyNotEligible,
} from "#lib/model/repository.ts";
import type { Resource } from "#lib/model/resource.ts";
import type { OwnershipRule } from "#lib/model/team.ts";
import { findRepository } from "#lib/store/repositories.ts";
import type { RepositoryDetail } from "#lib/store/repository-detail.ts";
import { type CacheItem, cacheItems } from "./cache-items.ts";
import { organizationItem } from "./coverage.ts";
import { findingItems } from "./finding-items.ts";
import { flakeItem } from "./flake-items.ts";
import { glyphOf } from "./glyph.ts";
import { learnHref } from "./hrefs.ts";
import { type InputGraph, inputGraphOf } from "./input-graph.ts";
import { mostNeeded, type NeededResource } from "./learning-need.ts";
import { type OrganizationState, type RepositoryState, readOrganizationState } from "./organization-state.ts";
import type { ReadContext } from "./read-context.ts";
import { commitHref, evidenceLink, linkableUrl, type RepositoryPlace } from "./repository-links.ts";
import type { EvidenceLink, FindingItem, FlakeItem, StageStep, TimelineItem } from "./repository-parts.ts";
import { type NextStep, nextStepOf, teamLinks } from "./repository-row.ts";
import { type ResourceLink, resourceLinksForCheck, resourceLinksForStage } from "./resource-links.ts";
import type { Coverage, OrganizationItem, TeamLink } from "./shared.ts";
import { stageLadder } from "./stage-ladder.ts";

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
  readonly pushedAt: Instant | null;
  readonly languages: readonly LanguageShare[];
  readonly topics: readonly string[];
  /** Why the last scan could not read it; null when it could. */
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly sentence: string;
  readonly glyph: Glyph;
  readonly ladder: readonly StageStep[];
  /** The one most useful step, and why; null when nothing is left or nothing is known. */
  readonly nextStep: {
    readonly step: string;
    readonly why: string;
    readonly resources: readonly ResourceLink[];
  } | null;
  readonly flakes: readonly FlakeItem[];
  /** The inputs of the first main flake as a picture; null without a lock. */
  readonly graph: InputGraph | null;
  readonly nonFlake: readonly (Omit<NonFlakeFact, "evidence"> & { readonly evidence: EvidenceLink })[];
  readonly automation: Observed<
    readonly (Omit<UpdateAutomationFact, "evidence"> & { readonly evidence: EvidenceLink })[]
  >;
  readonly caches: Observed<readonly CacheItem[]>;
  readonly findings: readonly { readonly theme: Theme; readonly items: readonly FindingItem[] }[];
  readonly reading: { readonly resources: readonly NeededResource[]; readonly href: string };
  readonly timeline: readonly TimelineItem[];
}

/** readRepository is one repository's page; null when the organization or the repository does not exist. */
export async function readRepository(context: ReadContext, slug: string, name: string): Promise<RepositoryView | null> {
  const state = await readOrganizationState(context, slug);
  const repository = state?.repositories.find((one) => one.name === name);
  if (state === null || repository === undefined) return null;
  const detail = await findRepository(context.database, state.organization.id, repository.owner, name);

  if (detail === null) return null;
  const facts = detail.snapshot?.facts ?? null;
  const place = { url: repository.url, commit: repository.snapshot?.commit ?? null };
  return {
    ...identityOf(state, repository, place),
    organization: organizationItem(state.organization),
    coverage: state.coverage,
    failure: repository.failure,
    sentence: sentenceOf(repository, facts),
    glyph: glyphOf([repository]),
    ladder: stageLadder(facts, place),
    nextStep: taught(nextStepOf(repository), state.resources),
    graph: inputGraphOf(facts?.flakes ?? [], { slug, repository: name, policy: state.policy, asOf: context.asOf }),
    ...observed(facts, { asOf: context.asOf, policy: state.policy }, place),
    findings: themes
      .map((theme) => ({ theme, items: findingItems(theme, { state, detail, place, asOf: context.asOf }) }))
      .filter(({ items }) => items.length > 0),
    reading: { resources: mostNeeded(state, [repository]), href: learnHref(slug) },
    timeline: detail.history.map((snapshot) => timelineItem(snapshot, repository.url)),
  };
}

/** The next step with where one learns how to take it. */
function taught(nextStep: NextStep | null, resources: readonly Resource[]): RepositoryView["nextStep"] {
  if (nextStep === null) return null;
  const { step, why, toward } = nextStep;
  const links =
    toward.kind === "check"
      ? resourceLinksForCheck(toward.checkId, resources)
      : resourceLinksForStage(toward.stage, resources);
  return { step, why, resources: links };
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

/** What was observed; all of it unknown when the repository was never read. */
function observed(
  facts: RepositoryFacts | null,
  { asOf, policy }: { readonly asOf: Instant; readonly policy: Policy },
  place: RepositoryPlace,
): Pick<RepositoryView, "flakes" | "nonFlake" | "automation" | "caches"> {
  if (facts === null) return { flakes: [], nonFlake: [], automation: unknown("not-read"), caches: unknown("not-read") };
  const link = <T extends NonFlakeFact | UpdateAutomationFact>(fact: T) => ({
    ...fact,
    evidence: evidenceLink(fact.evidence, place),
  });
  const { updateAutomation } = facts;
  return {
    flakes: facts.flakes.map((flake) => flakeItem(flake, asOf, policy, place)),
    nonFlake: facts.nonFlake.map(link),
    automation: updateAutomation.known ? known(updateAutomation.value.map(link)) : updateAutomation,
    caches: cacheItems(facts.caching, policy, place),
  };
}

function timelineItem(snapshot: RepositoryDetail["history"][number], url: string | null): TimelineItem {
  const { commit, validFrom, validTo, origin } = snapshot;
  return { commit, href: commitHref(commit, url), from: validFrom, to: validTo, isBackfilled: origin === "backfilled" };
}

const notEligibleWords = {
  archived: "It is archived, so it counts in no share.",
  fork: "It is a fork, so it counts in no share.",
  empty: "It has no commit yet, so it counts in no share.",
  excluded: "It is excluded by the organization's settings, so it counts in no share.",
} as const satisfies Record<WhyNotEligible, string>;

function sentenceOf(repository: RepositoryState, facts: RepositoryFacts | null): string {
  const reason = whyNotEligible(repository, repository.isExcluded);
  if (reason !== null) return notEligibleWords[reason];
  if (facts === null) return "It has not been read yet.";
  const failing = repository.findings.filter((finding) => finding.outcome === "fail" && !finding.isWaived).length;
  const main = facts.flakes.filter((flake) => flake.role === "main").length;
  if (main === 0) return facts.nonFlake.length === 0 ? "It does not use Nix." : "It uses Nix without a flake.";
  const flakes = main === 1 ? "It has a flake" : `It has ${main} flakes`;
  return failing === 0
    ? `${flakes}, and nothing fails.`
    : `${flakes}; ${failing} ${failing === 1 ? "finding fails" : "findings fail"}.`;
}
