import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { AppError } from "#lib/errors/app-error.ts";

/** DatabaseConfig says which database to open. */
export type DatabaseConfig =
  | { readonly kind: "embedded"; readonly directory: string }
  | { readonly kind: "server"; readonly url: string };

/** GithubConfig is where GitHub is and how to ask it: with a token, as an App, or, when both are null, not at all. */
export interface GithubConfig {
  readonly token: string | null;
  /** The GitHub App and its private key in PEM form. */
  readonly app: { readonly id: string; readonly privateKey: string } | null;
  readonly restUrl: string;
  /** Null: derived from the REST base. */
  readonly graphqlUrl: string | null;
}

/** Config is everything that the environment may say, checked. The variables are those of the README. */
export interface Config {
  readonly database: DatabaseConfig;
  /** The folder of the embedded database and of the sample organization. */
  readonly dataDirectory: string;
  readonly github: GithubConfig;
  /** What GitHub signs its webhooks with; null turns them off. */
  readonly githubWebhookSecret: string | null;
  /** Organizations that the schedule scans on GitHub. */
  readonly organizations: readonly string[];
  /** A cron line in UTC; null turns the schedule off. */
  readonly scanCron: string | null;
  /** What a server writes to its log, and all that is worse. */
  readonly logLevel: LogLevel;
  readonly host: string;
  readonly port: number;
}

/** LogLevel is how bad something is that a server logs. */
export type LogLevel = "debug" | "info" | "warn" | "error";

// A minute off the hour, when GitHub and everybody else's schedules are less busy.
const nightly = "17 2 * * *";

const loopbackHosts: readonly string[] = ["127.0.0.1", "::1", "localhost"];

const secretNames = ["DATABASE_URL", "GITHUB_TOKEN", "GITHUB_APP_PRIVATE_KEY", "GITHUB_WEBHOOK_SECRET"] as const;

const environmentSchema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgresql:// . Unset it to use the embedded database")
    .optional(),
  FLAKEBOARD_DATA: z.string().default(".flakeboard"),
  GITHUB_TOKEN: z.string().optional(),
  GITHUB_APP_ID: z
    .string()
    .regex(/^\d+$/, "must be the number of a GitHub App, as its settings page shows it")
    .optional(),
  GITHUB_APP_PRIVATE_KEY: z
    .string()
    // Many places that hold variables keep them on one line.
    .transform((key) => key.replaceAll("\\n", "\n"))
    .refine(
      (key) => /^-----BEGIN [A-Z ]*PRIVATE KEY-----\n/.test(key),
      "must be the whole text of the .pem file of the App",
    )
    .optional(),
  GITHUB_API_URL: z
    .url({ error: "must be a URL such as https://github.example.com/api/v3" })
    .default("https://api.github.com"),
  GITHUB_GRAPHQL_URL: z.url({ error: "must be a URL such as https://github.example.com/api/graphql" }).optional(),
  GITHUB_WEBHOOK_SECRET: z.string().min(16, "must have 16 characters or more, so that nobody guesses it").optional(),
  FLAKEBOARD_ORGS: z.string().default(""),
  FLAKEBOARD_SCAN_CRON: z
    .string()
    .regex(/^(\S+\s+){4}\S+$|^$/, "must be a cron line of five fields in UTC, or empty to turn the schedule off")
    .default(nightly),
  FLAKEBOARD_LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error"], { error: "must be debug, info, warn or error" })
    .default("info"),
  HOST: z
    .enum(["127.0.0.1", "::1", "localhost"], {
      error: `must be a loopback address (${loopbackHosts.join(", ")}): nobody can sign in yet, so Flakeboard serves this machine only`,
    })
    .default("127.0.0.1"),
  PORT: z.coerce
    .number({ error: "must be a port number" })
    .int()
    .min(1, "must be a port number")
    .max(65535, "must be a port number")
    .default(3000),
});

/** environmentNames are the variables that may be set; a secret may also be named by `NAME_FILE`. */
export const environmentNames: readonly string[] = Object.keys(environmentSchema.shape);

/**
 * readConfig checks the environment as a whole.
 *
 * A variable that is set to nothing counts as absent, but for `FLAKEBOARD_SCAN_CRON`, where empty means off.
 * Every secret may come from a file named by `NAME_FILE`.
 *
 * @throws AppError `config` that lists every problem at once, one line each.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const values: Record<string, string | undefined> = {};
  for (const name of environmentNames) {
    const value = environment[name]?.trim();
    if (value !== undefined && (value !== "" || name === "FLAKEBOARD_SCAN_CRON")) values[name] = value;
  }
  for (const name of secretNames) {
    const file = environment[`${name}_FILE`];
    if (file === undefined || file === "") continue;
    if (values[name] !== undefined) problems.push(`${name} and ${name}_FILE are both set. Keep one of them.`);
    else if (!existsSync(file)) problems.push(`${name}_FILE names ${file}, which does not exist.`);
    else values[name] = readFileSync(file, "utf8").trim();
  }
  problems.push(...contradictions(values));
  const parsed = environmentSchema.safeParse(values);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) problems.push(`${issue.path.join(".")} ${issue.message}.`);
  }
  if (!parsed.success || problems.length > 0) {
    throw new AppError("config", ["The environment needs mending:", ...problems].join("\n  "));
  }
  return configFrom(parsed.data);
}

function contradictions(values: Readonly<Record<string, string | undefined>>): readonly string[] {
  const [hasId, hasKey] = [values.GITHUB_APP_ID !== undefined, values.GITHUB_APP_PRIVATE_KEY !== undefined];
  if (hasId && !hasKey) return ["GITHUB_APP_ID is set without GITHUB_APP_PRIVATE_KEY. Set both, or neither."];
  if (hasKey && !hasId) return ["GITHUB_APP_PRIVATE_KEY is set without GITHUB_APP_ID. Set both, or neither."];
  const hasBoth = hasId && values.GITHUB_TOKEN !== undefined;
  return hasBoth ? ["GITHUB_TOKEN and GITHUB_APP_ID are both set. Keep one of them."] : [];
}

function configFrom(values: z.infer<typeof environmentSchema>): Config {
  return {
    database:
      values.DATABASE_URL === undefined
        ? { kind: "embedded", directory: `${values.FLAKEBOARD_DATA}/database` }
        : { kind: "server", url: values.DATABASE_URL },
    dataDirectory: values.FLAKEBOARD_DATA,
    github: {
      token: values.GITHUB_TOKEN ?? null,
      app:
        values.GITHUB_APP_ID === undefined || values.GITHUB_APP_PRIVATE_KEY === undefined
          ? null
          : { id: values.GITHUB_APP_ID, privateKey: values.GITHUB_APP_PRIVATE_KEY },
      restUrl: values.GITHUB_API_URL.replace(/\/+$/, ""),
      graphqlUrl: values.GITHUB_GRAPHQL_URL ?? null,
    },
    githubWebhookSecret: values.GITHUB_WEBHOOK_SECRET ?? null,
    organizations: [
      ...new Set(
        values.FLAKEBOARD_ORGS.split(",")
          .map((name) => name.trim())
          .filter((name) => name !== ""),
      ),
    ],
    scanCron: values.FLAKEBOARD_SCAN_CRON === "" ? null : values.FLAKEBOARD_SCAN_CRON,
    logLevel: values.FLAKEBOARD_LOG_LEVEL,
    host: values.HOST,
    port: values.PORT,
  };
}
