import { countRepository, countSubjects } from "./count-findings.ts";
import type { Metric } from "./metric.ts";

/**
 * practices count how far a practice of the guide reaches, each by the outcomes of one check.
 *
 * numerator   repositories (inputs, where the unit says so) that pass
 * denominator those to which the check applies, among eligible repositories that were read
 * unknown     those that it could not decide
 */
export const practices: readonly Metric[] = [
  {
    id: "nixpkgs-supported",
    version: 1,
    label: "Supported Nixpkgs",
    definition: "Repositories all of whose Nixpkgs inputs follow a supported branch, of those that have one.",
    unit: "repositories",
    basis: { kind: "check", checkId: "nixpkgs-branch-supported" },
    count: (repository) => countRepository(repository, ["nixpkgs-branch-supported"]),
  },
  {
    id: "automation-reach",
    version: 1,
    label: "Inputs updated by automation",
    definition: "Direct inputs that the repository's update automation can reach, of all direct inputs.",
    unit: "inputs",
    basis: { kind: "check", checkId: "updates-reach-inputs" },
    count: (repository) => countSubjects(repository, "updates-reach-inputs"),
  },
  {
    id: "releases",
    version: 1,
    label: "Releases published",
    definition: "Repositories that publish releases of their flake, of those that offer something to publish.",
    unit: "repositories",
    basis: { kind: "check", checkId: "releases-published" },
    count: (repository) => countRepository(repository, ["releases-published"]),
  },
  {
    id: "own-flakes-reused",
    version: 1,
    label: "Own flakes reused",
    definition: "Repositories that use another flake of the organization, of those that have inputs.",
    unit: "repositories",
    basis: { kind: "check", checkId: "flakes-reused" },
    count: (repository) => countRepository(repository, ["flakes-reused"]),
  },
  {
    id: "secrets-absent",
    version: 1,
    label: "No secret in the clear",
    definition: "Repositories in which nothing looks like a secret in the clear, of those with a flake.",
    unit: "repositories",
    basis: { kind: "check", checkId: "secrets-absent" },
    count: (repository) => countRepository(repository, ["secrets-absent"]),
  },
  {
    id: "secrets-managed",
    version: 1,
    label: "Secrets managed",
    definition: "Repositories with a secret manager, of those that configure machines.",
    unit: "repositories",
    basis: { kind: "check", checkId: "secrets-managed" },
    count: (repository) => countRepository(repository, ["secrets-managed"]),
  },
  {
    id: "entry-documented",
    version: 1,
    label: "Way in documented",
    definition: "Repositories whose README or CONTRIBUTING shows the way into Nix, of those with a flake.",
    unit: "repositories",
    basis: { kind: "check", checkId: "entry-documented" },
    count: (repository) => countRepository(repository, ["entry-documented"]),
  },
];
