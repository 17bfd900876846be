import { open } from "node:fs/promises";
import { isMap, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInstant } from "#lib/model/instant.ts";

const teamsFileBytesMax = 1024 * 1024;

const text = z.string().min(1);
const instant = z.string().transform((value, context) => {
  const moment = parseInstant(value);
  if (moment !== undefined) return moment;
  context.addIssue({ code: "custom", message: "must be a moment such as 2026-03-01T00:00:00Z" });
  return z.NEVER;
});

const teamsFileSchema = z.strictObject({
  organization: z
    .strictObject({ login: text.optional(), name: text.optional(), sample: z.boolean().default(false) })
    .default({ sample: false }),
  teams: z
    .record(
      text,
      z.strictObject({
        name: text.optional(),
        description: text.nullable().default(null),
        parent: text.nullable().default(null),
        repositories: z.record(text, z.enum(["admin", "maintain", "write", "triage", "read"])).default({}),
      }),
    )
    .default({}),
  repositories: z
    .record(
      text,
      z.strictObject({
        description: text.nullable().default(null),
        visibility: z.enum(["public", "internal", "private"]).default("private"),
        fork: z.boolean().default(false),
        createdAt: instant.nullable().default(null),
        archivedAt: instant.nullable().default(null),
        topics: z.array(text).default([]),
        properties: z.record(text, z.union([text, z.array(text)])).default({}),
      }),
    )
    .default({}),
});

/** TeamsFile is what `teams.yml` says of an organization beyond what git holds. Every part may be left out. */
export type TeamsFile = z.infer<typeof teamsFileSchema>;

/** RepositoryFacts are what `teams.yml` says of one repository. */
export type RepositoryFacts = TeamsFile["repositories"][string];

/** noTeamsFile is what holds when there is no `teams.yml`. */
export const noTeamsFile: TeamsFile = teamsFileSchema.parse({});

/** noFacts are those of a repository of which `teams.yml` says nothing. */
export const noFacts: RepositoryFacts = {
  description: null,
  visibility: "private",
  fork: false,
  createdAt: null,
  archivedAt: null,
  topics: [],
  properties: {},
};

interface Problem {
  readonly at: readonly PropertyKey[];
  readonly message: string;
}

/**
 * readTeamsFile reads the `teams.yml` at `path`; a file that is not there says nothing, which is fine.
 *
 * @param repositoryNames the repositories that exist; the file may speak of no others.
 * @throws AppError `config` that lists all problems with their lines.
 */
export async function readTeamsFile(path: string, repositoryNames: ReadonlySet<string>): Promise<TeamsFile> {
  const source = await readBounded(path);
  return source === undefined ? noTeamsFile : parseTeamsFile(source, path, repositoryNames);
}

/** parseTeamsFile reads the text of a `teams.yml`; `path` is only for the message. See readTeamsFile. */
export function parseTeamsFile(source: string, path: string, repositoryNames: ReadonlySet<string>): TeamsFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter });
  const [syntaxError] = document.errors;
  if (syntaxError !== undefined) throw unfit(path, [syntaxError.message.split("\n", 1)[0] ?? "is not YAML"]);

  const parsed = teamsFileSchema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {}, { error: wordIssue });
  const problems = parsed.success
    ? contradictions(parsed.data, repositoryNames)
    : parsed.error.issues.map((issue) => ({ at: issue.path, message: issue.message }));
  if (parsed.success && problems.length === 0) return parsed.data;

  const lineOf = (at: readonly PropertyKey[]): number => {
    // The value may be what is missing: the nearest thing around it that is there has the line.
    for (let depth = at.length; depth > 0; depth -= 1) {
      const around = document.getIn(at.slice(0, depth - 1), true);
      const pair = isMap(around) ? around.items.find((item) => String(item.key) === String(at[depth - 1])) : undefined;
      const range = pair?.key instanceof Object && "range" in pair.key ? pair.key.range : undefined;
      if (Array.isArray(range) && typeof range[0] === "number") return lineCounter.linePos(range[0]).line;
    }
    return 1;
  };
  throw unfit(
    path,
    problems.map(({ at, message }) => `line ${lineOf(at)}: ${[at.map(String).join("."), message].join(" ").trim()}`),
  );
}

/** Says what was expected in the words of the file; zod's own words serve for the rest. */
function wordIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_value") return `must be one of ${issue.values.join(", ")}`;
  if (issue.code === "unrecognized_keys") return `does not know ${issue.keys.join(", ")}`;
  if (issue.code === "invalid_type") return `must be ${kindWords.get(issue.expected) ?? issue.expected}`;
  if (issue.code === "too_small") return "must not be empty";
  return undefined;
}

const kindWords = new Map([
  ["array", "a list"],
  ["boolean", "true or false"],
  ["object", "a mapping"],
  ["record", "a mapping"],
  ["string", "text"],
]);

/** What one part says against another, or against the folder. */
function contradictions({ teams, repositories }: TeamsFile, repositoryNames: ReadonlySet<string>): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [slug, team] of Object.entries(teams)) {
    const at = ["teams", slug, "parent"];
    if (team.parent !== null && !Object.hasOwn(teams, team.parent)) {
      problems.push({ at, message: `names ${team.parent}, which is no team of this file` });
    } else if (isOwnAncestor(teams, slug)) {
      problems.push({ at, message: "makes the team its own ancestor" });
    }
    for (const name of Object.keys(team.repositories)) {
      if (!repositoryNames.has(name)) problems.push(noSuchRepository(["teams", slug, "repositories", name]));
    }
  }
  for (const name of Object.keys(repositories)) {
    if (!repositoryNames.has(name)) problems.push(noSuchRepository(["repositories", name]));
  }
  return problems;
}

function isOwnAncestor(teams: TeamsFile["teams"], slug: string): boolean {
  const seen = new Set<string>();
  for (let at = teams[slug]?.parent; at !== undefined && at !== null && !seen.has(at); at = teams[at]?.parent) {
    if (at === slug) return true;
    seen.add(at);
  }
  return false;
}

function noSuchRepository(at: readonly string[]): Problem {
  return { at, message: "is no repository of the folder" };
}

function unfit(path: string, problems: readonly string[]): AppError {
  const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
  return new AppError("config", `${path} has ${count}: ${problems.join("; ")}. Mend the file and scan again.`);
}

async function readBounded(path: string): Promise<string | undefined> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    if (size > teamsFileBytesMax) throw unfit(path, ["it is larger than 1 MiB"]);
    return await file.readFile("utf8");
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new AppError("forbidden", `${path} cannot be read. Make it a file that this user may read.`, {
      cause: error,
    });
  }
}
