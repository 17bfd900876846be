import { themeMetricId } from "#lib/metrics/theme-metric-id.ts";
import type { Theme } from "#lib/model/finding.ts";
import type { TrendRange } from "./trend-range.ts";

/** organizationHref is the overview of an organization. */
export function organizationHref(slug: string): string {
  return `/orgs/${encodeURIComponent(slug)}`;
}

/** teamHref is a team's page. */
export function teamHref(slug: string, team: string): string {
  return `${organizationHref(slug)}/teams/${encodeURIComponent(team)}`;
}

/** repositoriesHref is the table of repositories, filtered by the URL's own parameters. */
export function repositoriesHref(slug: string, filter: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(filter).toString();
  return `${organizationHref(slug)}/repositories${query === "" ? "" : `?${query}`}`;
}

/** repositoriesExportHref answers with the table of repositories as a file. */
export function repositoriesExportHref(slug: string): string {
  return `${organizationHref(slug)}/exports/repositories`;
}

/** teamsExportHref answers with the table of teams as a file. */
export function teamsExportHref(slug: string): string {
  return `${organizationHref(slug)}/exports/teams`;
}

/** teamExportHref answers with the table of a team's repositories as a file. */
export function teamExportHref(slug: string, team: string): string {
  return `${organizationHref(slug)}/exports/teams/${encodeURIComponent(team)}`;
}

/** repositoryHref is a repository's page. */
export function repositoryHref(slug: string, name: string): string {
  return `${organizationHref(slug)}/repositories/${encodeURIComponent(name)}`;
}

/**
 * findingAnchor is the id of a finding on the page of its repository: `inputs-fresh`, or `inputs-fresh:nix/nixpkgs` where
 * the check judges parts of the repository. It stays the same from scan to scan, so that a link to it may be kept.
 */
export function findingAnchor(checkId: string, subject: string): string {
  const part = subject
    .replace(/^\.\/?/, "")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
  return part === "" ? checkId : `${checkId}:${part}`;
}

/** findingHref leads to a finding on the page of its repository. */
export function findingHref(slug: string, name: string, checkId: string, subject: string): string {
  return `${repositoryHref(slug, name)}#${findingAnchor(checkId, subject)}`;
}

/** checksHref is the list of checks. */
export function checksHref(slug: string): string {
  return `${organizationHref(slug)}/checks`;
}

/** checkHref is a check's page. */
export function checkHref(slug: string, id: string): string {
  return `${checksHref(slug)}/${encodeURIComponent(id)}`;
}

/** checksExportHref answers with the table of checks as a file. */
export function checksExportHref(slug: string): string {
  return `${organizationHref(slug)}/exports/checks`;
}

/** checkExportHref answers with the findings of a check as a file. */
export function checkExportHref(slug: string, id: string): string {
  return `${organizationHref(slug)}/exports/checks/${encodeURIComponent(id)}`;
}

/** whyExportHref answers with what stands behind a figure as a file; which team and day, the page's parameters say. */
export function whyExportHref(slug: string, metricId: string): string {
  return `${organizationHref(slug)}/exports/why/${encodeURIComponent(metricId)}`;
}

/** changesExportHref answers with what changed as a file; in what and when, the page's parameters say. */
export function changesExportHref(slug: string): string {
  return `${organizationHref(slug)}/exports/changes`;
}

/** inputsExportHref answers with the table of upstreams as a file; whose, the page's parameters say. */
export function inputsExportHref(slug: string): string {
  return `${organizationHref(slug)}/exports/inputs`;
}

/** scansExportHref answers with the history of scans as a file. */
export function scansExportHref(slug: string): string {
  return `${organizationHref(slug)}/exports/scans`;
}

/** waiversExportHref answers with the table of waivers as a file. */
export function waiversExportHref(slug: string): string {
  return `${organizationHref(slug)}/exports/waivers`;
}

/** auditExportHref answers with what people changed in the settings as a file. */
export function auditExportHref(slug: string): string {
  return `${organizationHref(slug)}/exports/settings-changes`;
}

/** learnHref is the Learn page, ordered for a team where one is named. */
export function learnHref(slug: string, team: string | null = null): string {
  const query = team === null ? "" : `?${new URLSearchParams({ team }).toString()}`;
  return `${organizationHref(slug)}/learn${query}`;
}

/** scansHref is the history of scans, where one is asked for. */
export function scansHref(slug: string): string {
  return `${organizationHref(slug)}/scans`;
}

/** scanHref is a scan's page. */
export function scanHref(slug: string, id: string): string {
  return `${organizationHref(slug)}/scans/${id}`;
}

/** searchHref is the search page. */
export function searchHref(slug: string, query = ""): string {
  return `${organizationHref(slug)}/search${query === "" ? "" : `?${new URLSearchParams({ q: query }).toString()}`}`;
}

/** setupHref is the page that connects an organization; with a choice, the one that checks it. */
export function setupHref(choice: { readonly provider: string; readonly name: string } | null = null): string {
  return choice === null ? "/setup" : `/setup?${new URLSearchParams(choice).toString()}`;
}

/** settingsHref is a section of an organization's settings; without one, the first. */
export function settingsHref(slug: string, section = ""): string {
  return `${organizationHref(slug)}/settings${section === "" ? "" : `/${section}`}`;
}

/** graphHref is the picture of a flake's inputs: of the first main flake, or of the one in the folder `flake`. */
export function graphHref(
  slug: string,
  repository: string,
  { flake = ".", open = "" }: { readonly flake?: string; readonly open?: string } = {},
): string {
  const parameters = { ...(flake === "." ? {} : { flake }), ...(open === "" ? {} : { open }) };
  const query = new URLSearchParams(parameters).toString();
  return `${repositoryHref(slug, repository)}/graph${query === "" ? "" : `?${query}`}`;
}

/** whyHref is the page that says why a metric is what it is: for the organization or a team, now or on a day. */
export function whyHref(
  slug: string,
  metricId: string,
  asked: { readonly team?: string; readonly day?: string } = {},
): string {
  return `${organizationHref(slug)}/why/${encodeURIComponent(metricId)}${queryOf(asked)}`;
}

/** themeWhyHref is why the share of a theme is what it is: of its findings, for adoption of repositories. */
export function themeWhyHref(slug: string, theme: Theme, asked: { readonly team?: string } = {}): string {
  return whyHref(slug, theme === "adoption" ? theme : themeMetricId(theme), asked);
}

/** changesHref is the page that says what changed in a metric between two days. */
export function changesHref(
  slug: string,
  asked: { readonly metric?: string; readonly team?: string; readonly from?: string; readonly to?: string } = {},
): string {
  return `${organizationHref(slug)}/changes${queryOf(asked)}`;
}

/** pointsHref answers with every day of a metric's course as a file: CSV, or JSON where the format says so. */
export function pointsHref(
  slug: string,
  asked: { readonly metric: string; readonly team?: string; readonly range: TrendRange },
): string {
  return `${organizationHref(slug)}/trends/points${queryOf(asked)}`;
}

/** trendsHref is the page of courses; with a metric, of that one. */
export function trendsHref(slug: string, asked: { readonly metric?: string; readonly team?: string } = {}): string {
  return `${organizationHref(slug)}/trends${queryOf(asked)}`;
}

function queryOf(asked: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}
