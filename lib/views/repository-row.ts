import { inputAgeDaysAt } from "#lib/checks/input-age.ts";
import { nextStage } from "#lib/checks/next-stage.ts";
import { checks, findCheck } from "#lib/checks/registry.ts";
import { compareNames } from "#lib/model/compare-names.ts";
import type { Instant } from "#lib/model/instant.ts";
import { known, type Observed, unknown } from "#lib/model/observed.ts";
import { fullName, whyNotEligible } from "#lib/model/repository.ts";
import type { Stage } from "#lib/model/stage.ts";
import type { TeamRecord } from "#lib/store/teams.ts";
import { brokenFileOf } from "./broken-file.ts";
import { glyphOf } from "./glyph.ts";
import { repositoryHref, teamHref } from "./hrefs.ts";
import type { RepositoryState } from "./organization-state.ts";
import type { RepositoryRow, TeamLink } from "./shared.ts";
import { stageWords } from "./stage-words.ts";

/** repositoryRow is one repository as every table of repositories shows it. */
export function repositoryRow(slug: string, repository: RepositoryState, teams: Teams, asOf: Instant): RepositoryRow {
  return { ...descriptionOf(slug, repository, teams), nixpkgsAgeDays: oldestNixpkgs(repository, asOf) };
}

type Described = Omit<RepositoryRow, "nixpkgsAgeDays">;
type Teams = ReadonlyMap<string, TeamRecord>;

const described = new WeakMap<RepositoryState, Described>();

/** What the moment does not change is worked out once for each state of a repository, which is remembered with its teams. */
function descriptionOf(slug: string, repository: RepositoryState, teams: Teams): Described {
  const known = described.get(repository);
  if (known !== undefined) return known;
  const description = summarize(slug, repository, teams);
  described.set(repository, description);
  return description;
}

function summarize(slug: string, repository: RepositoryState, teams: Teams): Described {
  const { snapshot } = repository;
  const stages = snapshot?.stages ?? [];
  const flakes = snapshot?.flakes.filter((flake) => flake.role === "main") ?? [];
  return {
    fullName: fullName(repository),
    name: repository.name,
    href: repositoryHref(slug, repository.name),
    teams: teamLinks(slug, repository.ownerTeamIds, teams),
    ownershipRule: repository.ownershipRule,
    ownershipDetail: repository.ownershipDetail,
    visibility: repository.visibility,
    notEligible: whyNotEligible(repository, repository.isExcluded),
    reading: readingOf(repository),
    mainFlakes: flakes.length,
    nonFlake: snapshot?.nonFlakeKinds ?? [],
    stages,
    nextStep: nextStepOf(repository)?.step ?? null,
    failing: repository.findings.filter((finding) => finding.outcome === "fail" && !finding.isWaived).length,
    outcomes: worstOutcomes(repository),
    glyph: glyphOf([repository]),
    pushedAt: repository.pushedAt,
  };
}

/** teamLinks are the owning teams, by name; a team that is gone is left out. */
export function teamLinks(slug: string, teamIds: readonly string[], teams: Teams): readonly TeamLink[] {
  return teamIds
    .flatMap((id) => teams.get(id) ?? [])
    .map((team) => ({ slug: team.slug, name: team.name, href: teamHref(slug, team.slug) }))
    .toSorted((one, other) => compareNames(one.name, other.name));
}

/**
 * oldestNixpkgs is the age of the oldest Nixpkgs input of a repository's main flakes; null when there is none.
 * Unknown as soon as one of them is, because that one may be the oldest.
 */
export function oldestNixpkgs(repository: RepositoryState, asOf: Instant): Observed<number> | null {
  const ages = nixpkgsAges(repository, asOf);
  if (ages.length === 0) return null;
  let oldest = 0;
  for (const age of ages) {
    if (!age.known) return age;
    oldest = Math.max(oldest, age.value);
  }
  return known(oldest);
}

/** nixpkgsAges are the ages of all Nixpkgs inputs of a repository's main flakes. */
export function nixpkgsAges(repository: RepositoryState, asOf: Instant): readonly Observed<number>[] {
  const flakes = repository.snapshot?.flakes.filter((flake) => flake.role === "main") ?? [];
  return flakes.flatMap((flake) =>
    flake.nixpkgsLastModified.map((lastModified) =>
      lastModified === null ? unknown("no-last-modified") : inputAgeDaysAt(lastModified, asOf),
    ),
  );
}

function readingOf(repository: RepositoryState): RepositoryRow["reading"] {
  if (repository.failure !== null) return "failed";
  return repository.isRead || repository.isEmpty ? "read" : "unread";
}

/**
 * nextStepOf is the one most useful step for a repository; null when it does not count, was not read, or has reached
 * every stage. What is broken stops people now, so it comes before the next stage.
 */
export function nextStepOf(repository: RepositoryState): NextStep | null {
  if (!repository.isEligible || !repository.isRead) return null;
  const broken = brokenFileOf(repository);
  if (broken !== undefined) {
    const { checkId, file } = broken;
    const why = findCheck(checkId)?.words.why ?? "Nix refuses it.";
    return { step: `Mend ${file}`, why, toward: { kind: "check", checkId } };
  }
  const hasFlake = repository.findings.some(
    ({ checkId, outcome }) => checkId === "flake-present" && outcome === "pass",
  );
  const stage = hasFlake ? nextStage(repository.snapshot?.stages ?? []) : "development";
  if (stage === null) return null;
  const { step, why } = stageWords[stage];
  return { step: hasFlake ? step : "Add a flake with a development shell", why, toward: { kind: "stage", stage } };
}

/** NextStep is a step with why it is the next, and what it leads to. */
export interface NextStep {
  readonly step: string;
  readonly why: string;
  readonly toward:
    | { readonly kind: "check"; readonly checkId: string }
    | { readonly kind: "stage"; readonly stage: Stage };
}

const worstFirst = ["fail", "unknown", "pass"] as const;

function worstOutcomes({ findings }: RepositoryState): RepositoryRow["outcomes"] {
  return checks.flatMap((check) => {
    const ofCheck = findings.filter((finding) => finding.checkId === check.id && !isWaivedFail(finding));
    const outcome = worstFirst.find((worse) => ofCheck.some((finding) => finding.outcome === worse));
    return outcome === undefined ? [] : [{ checkId: check.id, outcome }];
  });
}

function isWaivedFail(finding: RepositoryState["findings"][number]): boolean {
  return finding.isWaived && finding.outcome === "fail";
}
