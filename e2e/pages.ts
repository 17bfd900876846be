/** Every page of the sample organization that journeys look at as a whole, by a short name. */
export const pages = {
  overview: "/orgs/sample",
  teams: "/orgs/sample/teams",
  team: "/orgs/sample/teams/payments",
  repositories: "/orgs/sample/repositories",
  repository: "/orgs/sample/repositories/ledger",
  "repository-broken": "/orgs/sample/repositories/schema-registry",
  checks: "/orgs/sample/checks",
  check: "/orgs/sample/checks/inputs-fresh",
  learn: "/orgs/sample/learn",
  "learn-team": "/orgs/sample/learn?team=payments",
  scans: "/orgs/sample/scans",
  settings: "/orgs/sample/settings",
  "settings-checks": "/orgs/sample/settings/checks",
  "settings-repositories": "/orgs/sample/settings/repositories",
  "settings-waivers": "/orgs/sample/settings/waivers",
  "settings-changes": "/orgs/sample/settings/changes",
} as const;
