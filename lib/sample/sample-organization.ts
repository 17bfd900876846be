import { stringify } from "yaml";
import { addDays, type Instant } from "#lib/model/instant.ts";
import type { SampleRepository, TeamSlug } from "./sample-repository.ts";
import { dataRepositories } from "./teams/data.ts";
import { developerExperienceRepositories } from "./teams/developer-experience.ts";
import { mobileRepositories } from "./teams/mobile.ts";
import { paymentsRepositories } from "./teams/payments.ts";
import { platformRepositories } from "./teams/platform.ts";
import { researchRepositories } from "./teams/research.ts";
import { unownedRepositories } from "./teams/unowned.ts";
import { webRepositories } from "./teams/web.ts";

const teams: Readonly<Record<TeamSlug, { readonly name: string; readonly description: string; parent?: TeamSlug }>> = {
  platform: { name: "Platform", description: "What everything runs on" },
  "developer-experience": {
    name: "Developer experience",
    description: "Tools for everyone who builds",
    parent: "platform",
  },
  payments: { name: "Payments", description: "Money in, money out" },
  mobile: { name: "Mobile", description: "The shop on phones" },
  data: { name: "Data", description: "What we know" },
  web: { name: "Web", description: "The shop in the browser" },
  research: { name: "Research", description: "What we may know one day" },
};

/** sampleRepositories are the 48 repositories of the sample organization, described in docs/sample-organization.md. */
export const sampleRepositories: readonly SampleRepository[] = [
  ...platformRepositories,
  ...developerExperienceRepositories,
  ...paymentsRepositories,
  ...mobileRepositories,
  ...dataRepositories,
  ...webRepositories,
  ...researchRepositories,
  ...unownedRepositories,
];

/** sampleTeamsFile is the `teams.yml` of the sample organization as of `asOf`, a moment at 00:00:00 UTC. */
export function sampleTeamsFile(asOf: Instant): string {
  return stringify({
    organization: { login: "sample", name: "Sample organization", sample: true },
    teams: Object.fromEntries(
      Object.entries(teams).map(([slug, team]) => [slug, { ...team, repositories: permissionsOf(slug) }]),
    ),
    repositories: Object.fromEntries(
      sampleRepositories.map((repository) => [repository.name, factsOf(repository, asOf)]),
    ),
  });
}

function permissionsOf(slug: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    sampleRepositories.flatMap(({ name, access }) =>
      Object.entries(access)
        .filter(([team]) => team === slug)
        .map(([, permission]) => [name, permission]),
    ),
  );
}

function factsOf(repository: SampleRepository, asOf: Instant): object {
  const { description, visibility, topics, isFork, archivedDaysAgo, createdDaysAgo } = repository;
  const created = createdDaysAgo ?? repository.commits[0]?.daysAgo;
  return {
    description,
    ...(visibility === undefined ? {} : { visibility }),
    ...(isFork === undefined ? {} : { fork: isFork }),
    ...(created === undefined ? {} : { createdAt: addDays(asOf, -created) }),
    ...(archivedDaysAgo === undefined ? {} : { archivedAt: addDays(asOf, -archivedDaysAgo) }),
    ...(topics === undefined ? {} : { topics }),
  };
}
