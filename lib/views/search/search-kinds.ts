import { checks } from "#lib/checks/registry.ts";
import { themeNames } from "#lib/model/finding.ts";
import { fullName } from "#lib/model/repository.ts";
import { checkHref, organizationHref, repositoryHref, teamHref } from "../hrefs.ts";
import { readInputs } from "../inputs.ts";
import { upstreamKindNames } from "../upstream-kind-names.ts";
import type { SearchKind } from "./search-kind.ts";

const repositories: SearchKind = {
  id: "repositories",
  label: "Repositories",
  listItems: async (_context, { organization: { slug }, repositories }) =>
    repositories.map((repository) => ({
      title: repository.name,
      detail: repository.description,
      href: repositoryHref(slug, repository.name),
      words: [fullName(repository), ...repository.topics],
    })),
};

const teams: SearchKind = {
  id: "teams",
  label: "Teams",
  listItems: async (_context, { organization: { slug }, teams }) =>
    teams.map((team) => ({
      title: team.name,
      detail: team.description,
      href: teamHref(slug, team.slug),
      words: [team.slug],
    })),
};

const inputs: SearchKind = {
  id: "inputs",
  label: "Inputs",
  listItems: async (context, { organization: { slug } }) =>
    ((await readInputs(context, slug, null))?.inputs ?? []).map(({ name, kind, href, upstream }) => ({
      title: name,
      detail: upstreamKindNames[kind],
      href,
      words: [upstream],
    })),
};

const checksKind: SearchKind = {
  id: "checks",
  label: "Checks",
  listItems: async (_context, { organization: { slug } }) =>
    checks.map(({ id, theme, words }) => ({
      title: words.title,
      detail: themeNames[theme],
      href: checkHref(slug, id),
      words: [id],
    })),
};

const resources: SearchKind = {
  id: "resources",
  label: "Resources",
  listItems: async (_context, { resources }) =>
    resources.map(({ title, summary, url, theme }) => ({
      title,
      detail: new URL(url).host,
      href: url,
      words: [summary, themeNames[theme]],
    })),
};

const pages: SearchKind = {
  id: "pages",
  label: "Pages",
  listItems: async (_context, { organization: { slug } }) =>
    pageNames.map(([path, title, ...words]) => ({
      title,
      detail: null,
      href: `${organizationHref(slug)}${path}`,
      words,
    })),
};

const pageNames: readonly (readonly [path: string, title: string, ...words: string[]])[] = [
  ["", "Overview", "home", "headlines"],
  ["/trends", "Trends", "metrics", "over time", "compare"],
  ["/changes", "What changed", "adopted", "dropped"],
  ["/teams", "Teams"],
  ["/repositories", "Repositories"],
  ["/inputs", "Inputs", "upstreams", "dependencies"],
  ["/inputs/flakes", "Own flakes", "graph", "internal"],
  ["/checks", "Checks", "rules"],
  ["/learn", "Learn", "resources"],
  ["/scans", "Scans", "log", "schedule"],
  ["/settings", "Settings", "policy", "thresholds"],
  ["/settings/checks", "Settings: checks", "severity"],
  ["/settings/repositories", "Settings: repositories", "excluded", "owners"],
  ["/settings/goals", "Settings: goals"],
  ["/settings/waivers", "Settings: waivers"],
  ["/settings/scanning", "Settings: scanning", "schedule", "credentials", "token"],
  ["/settings/organization", "Settings: organization", "connect", "remove"],
  ["/settings/changes", "Settings: changes", "audit log"],
];

/** searchKinds are what can be searched for, in the order in which hits are shown. */
export const searchKinds: readonly SearchKind[] = [repositories, teams, inputs, checksKind, resources, pages];
