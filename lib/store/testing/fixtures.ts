import { randomUUID } from "node:crypto";
import { factsVersion, type RepositoryFacts } from "#lib/model/facts.ts";
import type { Finding } from "#lib/model/finding.ts";
import type { FlakeFacts, InputFacts, LockNodeFacts } from "#lib/model/flake.ts";
import { known } from "#lib/model/observed.ts";
import type { Repository } from "#lib/model/repository.ts";
import type { Team } from "#lib/model/team.ts";
import { type Analysis, recordAnalyses } from "../analysis.ts";
import type { Database } from "../database.ts";
import { type OrganizationRecord, registerOrganization } from "../organizations.ts";
import { recordInventory } from "../record-inventory.ts";
import { startScan } from "../scan-progress.ts";
import { createScan } from "../scans.ts";

/** day is midnight of a day in November 2026. */
export function day(number: number): string {
  return `2026-11-${String(number).padStart(2, "0")}T00:00:00.000Z`;
}

/** givenOrganization registers an organization that no other test uses. */
export function givenOrganization(db: Database): Promise<OrganizationRecord> {
  const login = `org-${randomUUID()}`;
  const identity = { provider: "github", providerId: login, location: "https://api.github.com" } as const;
  return registerOrganization(db, { ...identity, login, name: login, url: null, isSample: false });
}

/** repositoryOf is a repository as an inventory shows it. */
export function repositoryOf(name: string, changes: Partial<Repository> = {}): Repository {
  return {
    providerId: `id-${name}`,
    owner: "acme",
    name,
    url: `https://github.com/acme/${name}`,
    description: null,
    visibility: "private",
    isArchived: false,
    isFork: false,
    isEmpty: false,
    createdAt: day(1),
    archivedAt: null,
    pushedAt: day(2),
    defaultBranch: "main",
    headCommit: "a".repeat(40),
    headCommittedAt: day(2),
    languages: [{ name: "Rust", sizeBytes: 1_000 }],
    topics: ["tools"],
    ...changes,
  };
}

/** teamOf is a team as its provider lists it. */
export function teamOf(slug: string, changes: Partial<Team> = {}): Team {
  return {
    providerId: `id-${slug}`,
    slug,
    name: slug,
    description: null,
    parentSlug: null,
    repositories: [],
    ...changes,
  };
}

const locked = {
  attributes: { type: "github", owner: "NixOS", repo: "nixpkgs", rev: "b".repeat(40) },
  lastModified: known(1_760_000_000),
};

/** inputOf is an input that points to Nixpkgs. */
export function inputOf(name: string, changes: Partial<InputFacts> = {}): InputFacts {
  return {
    name,
    isImplicit: false,
    isFlake: true,
    declaredUrl: "github:NixOS/nixpkgs/nixos-unstable",
    declaredAttributes: null,
    follows: null,
    overrides: [],
    refProblem: null,
    ref: { type: "github", owner: "NixOS", repo: "nixpkgs", ref: "nixos-unstable" },
    node: known("nixpkgs"),
    locked,
    original: { type: "github", owner: "NixOS", repo: "nixpkgs", ref: "nixos-unstable" },
    versionRange: null,
    resolvedVersion: null,
    isNixpkgs: true,
    evidence: { path: "flake.nix", line: 3 },
    ...changes,
  };
}

/** lockNodeOf is a node locked to Nixpkgs. */
export function lockNodeOf(label: string, changes: Partial<LockNodeFacts> = {}): LockNodeFacts {
  return {
    label,
    isFlake: true,
    isReachable: true,
    isNixpkgs: true,
    locked,
    original: null,
    edges: [],
    introducedBy: label,
    onlyInput: label,
    line: 4,
    ...changes,
  };
}

/** flakeOf is a flake with one input and its lock. */
export function flakeOf(directory = ".", changes: Partial<FlakeFacts> = {}): FlakeFacts {
  return {
    directory,
    role: "main",
    parse: { status: "ok" },
    description: "A flake",
    inputs: [inputOf("nixpkgs")],
    nixConfig: [],
    outputs: null,
    lock: { status: "ok", version: 7, nodes: [lockNodeOf("nixpkgs")], drift: null },
    flakeChecker: null,
    ...changes,
  };
}

/** factsOf is what was seen in a repository with one flake. */
export function factsOf(changes: Partial<RepositoryFacts> = {}): RepositoryFacts {
  return {
    version: factsVersion,
    isComplete: true,
    nixFiles: { total: 1, read: 1 },
    flakes: [flakeOf()],
    nonFlake: [{ kind: "shell.nix", isBridge: false, evidence: { path: "shell.nix" } }],
    updateAutomation: known([]),
    flakeChecker: known([]),
    nixActions: known([]),
    integration: known([]),
    publishing: { places: [], unread: null },
    caching: {
      caches: [],
      keys: [],
      trust: [],
      computed: [],
      replacesDefault: null,
      mayHideCache: null,
      unread: "tree-truncated",
    },
    secrets: { plaintext: known([]), keyFileReads: known([]), managers: [] },
    knowledge: { entries: known([]), opportunities: [] },
    stages: [{ stage: "development", evidence: { path: "flake.nix", line: 9 } }],
    ownershipClaims: { settings: null, codeowners: null },
    settings: { status: "absent" },
    ...changes,
  };
}

/** findingOf is a finding for the repository itself. */
export function findingOf(checkId: string, changes: Partial<Finding> = {}): Finding {
  return {
    checkId,
    checkVersion: 1,
    subject: ".",
    outcome: "fail",
    summary: "nixpkgs is 143 days old, limit 30",
    evidence: [{ path: "flake.lock", line: 12 }, { path: "flake.nix" }],
    ...changes,
  };
}

/** givenRunningScan is an organization with one repository and a scan that runs. */
export async function givenRunningScan(db: Database, name = "tool") {
  const organization = await givenOrganization(db);
  const ids = await recordInventory(db, organization.id, [repositoryOf(name)], day(1));
  const repositoryId = ids.get(`id-${name}`);
  if (repositoryId === undefined) throw new Error("The inventory gave no id.");
  const { scanId } = await createScan(db, {
    organizationId: organization.id,
    trigger: "command",
    isFull: false,
    requestedBy: "local",
    at: day(3),
  });
  await startScan(db, scanId, day(3));
  return { organization, organizationId: organization.id, repositoryId, scanId, fullName: `acme/${name}` };
}

/** analysisOf is one reading of the repository of a scan, on a day of November. */
export function analysisOf(
  row: { readonly scanId: string | null; readonly repositoryId: string; readonly fullName: string },
  onDay: number,
  changes: Partial<Analysis["snapshot"]> & Partial<Pick<Analysis, "findings" | "tally">> = {},
): Analysis {
  const { findings = [findingOf("inputs-fresh")], tally = null, ...snapshot } = changes;
  const commit = snapshot.commit ?? "a".repeat(40);
  return {
    scanId: row.scanId,
    repositoryId: row.repositoryId,
    fullName: row.fullName,
    headCommit: commit,
    snapshot: {
      commit,
      committedAt: day(2),
      observedAt: day(onDay),
      facts: factsOf(),
      origin: "observed",
      ...snapshot,
    },
    findings,
    tally,
    ownership: null,
    at: day(onDay),
  };
}

/** recordAnalysis records one reading of a repository, whose head is moved to that commit first. */
export async function recordAnalysis(db: Database, analysis: Analysis): Promise<void> {
  const { repositoryId: id, headCommit } = analysis;
  await db.client.repository.updateMany({ where: { id }, data: { headCommit } });
  await recordAnalyses(db, [analysis]);
}
