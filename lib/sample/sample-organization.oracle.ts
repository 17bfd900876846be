import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/**
 * What is true of the written sample, read from git in the plainest way and with none of Flakeboard's own code,
 * so that tests and docs/sample-organization.md can be held against it.
 */
export interface SampleTruth {
  readonly repository: string;
  /** `archived`, `fork`, `empty`, or `counts`. */
  readonly standing: string;
  /** `payments (codeowners)`; `nobody` without an owner. */
  readonly owner: string;
  /** How many flakes that are neither template, example nor test. */
  readonly mainFlakes: number;
  /** Days of the root flake's `nixpkgs` on the sample's day; `unknown` without a readable lock, `none` without the input. */
  readonly nixpkgsAge: string;
}

const teamsSchema = z.object({
  teams: z.record(z.string(), z.object({ repositories: z.record(z.string(), z.string()) })),
  repositories: z.record(z.string(), z.object({ fork: z.boolean().optional(), archivedAt: z.string().optional() })),
});
const nodeSchema = z.object({
  inputs: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  locked: z.object({ lastModified: z.number().optional() }).optional(),
});
const lockSchema = z.object({ version: z.literal(7), root: z.string(), nodes: z.record(z.string(), nodeSchema) });

/** gitOf runs git in one repository of the sample. */
export function gitOf(folder: string, repository: string, ...args: readonly string[]): string {
  const gitDir = join(folder, `${repository}.git`);
  return execFileSync("git", ["--git-dir", gitDir, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** truthOf reads one repository of the sample in `folder`. `teamsFile` is the text of its teams.yml. */
export function truthOf(folder: string, repository: string, teamsFile: string, asOf: string): SampleTruth {
  const { teams, repositories } = teamsSchema.parse(parse(teamsFile));
  const facts = repositories[repository];
  const isEmpty = gitOf(folder, repository, "for-each-ref") === "";
  const files = isEmpty ? new Map<string, string>() : regularFiles(folder, repository);
  const read = (path: string) => (files.has(path) ? gitOf(folder, repository, "show", `HEAD:${path}`) : undefined);
  const standing =
    facts?.archivedAt !== undefined ? "archived" : facts?.fork === true ? "fork" : isEmpty ? "empty" : "counts";
  const flakes = [...files.keys()].filter((path) => /(^|\/)flake\.nix$/.test(path));
  return {
    repository,
    standing,
    owner: ownerOf(repository, read, teams),
    mainFlakes: flakes.filter((path) => !/(^|\/)(templates|examples|tests)\//.test(path)).length,
    nixpkgsAge: flakes.includes("flake.nix") ? nixpkgsAge(read, asOf) : "",
  };
}

function regularFiles(folder: string, repository: string): ReadonlyMap<string, string> {
  const lines = gitOf(folder, repository, "ls-tree", "-r", "-z", "HEAD").split("\0");
  return new Map(lines.filter((line) => line.startsWith("100")).map((line) => [line.split("\t")[1] ?? "", line]));
}

type Read = (path: string) => string | undefined;

function ownerOf(repository: string, read: Read, teams: z.infer<typeof teamsSchema>["teams"]): string {
  const settings = /^owner: (\S+)$/m.exec(read(".github/flakeboard.yml") ?? "")?.[1];
  if (settings !== undefined) return `${settings} (settings-file)`;

  const rules = read(".github/CODEOWNERS") ?? read("CODEOWNERS") ?? read("docs/CODEOWNERS") ?? "";
  const star = /^\* (.*)$/m.exec(rules)?.[1] ?? "";
  const named = [...star.matchAll(/@sample\/(\S+)/g)].map((match) => match[1]);
  if (named.length > 0) return `${named.sort().join(", ")} (codeowners)`;

  for (const permission of ["admin", "maintain"]) {
    const holders = Object.keys(teams).filter((slug) => teams[slug]?.repositories[repository] === permission);
    if (holders.length > 0) return `${holders.sort().join(", ")} (team-permission)`;
  }
  return "nobody";
}

function nixpkgsAge(read: Read, asOf: string): string {
  const flake = read("flake.nix") ?? "";
  if (!/nixpkgs/.test(flake)) return "none";
  const lock = readLock(read("flake.lock"));
  if (lock === undefined) return "unknown";
  const lastModified = lock.nodes[resolve(lock, ["nixpkgs"])]?.locked?.lastModified;
  return lastModified === undefined ? "unknown" : String((Date.parse(asOf) / 1000 - lastModified) / 86_400);
}

function readLock(text: string | undefined): z.infer<typeof lockSchema> | undefined {
  try {
    return lockSchema.safeParse(JSON.parse(text ?? "null")).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function resolve(lock: z.infer<typeof lockSchema>, path: readonly string[]): string {
  return path.reduce((label, name) => {
    const edge = lock.nodes[label]?.inputs?.[name] ?? "";
    return typeof edge === "string" ? edge : resolve(lock, edge);
  }, lock.root);
}
