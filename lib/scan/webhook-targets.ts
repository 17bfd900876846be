import { z } from "zod";
import { wantedFiles } from "#lib/facts/wanted-files.ts";
import type { TreeEntry } from "#lib/model/tree.ts";

/** WebhookTarget is what has to be looked at again after an event. */
export type WebhookTarget =
  | { readonly kind: "repository"; readonly providerId: string }
  | { readonly kind: "teams" }
  | { readonly kind: "organization" };

/** WebhookMeaning is what an event of GitHub asks for, and of which organization. */
export interface WebhookMeaning {
  /** As GitHub names it now; the id stays when it is renamed. */
  readonly organization: { readonly providerId: string; readonly login: string };
  readonly targets: readonly WebhookTarget[];
}

const accountSchema = z.object({ node_id: z.string().min(1), login: z.string().min(1) });
const repositorySchema = z.object({ node_id: z.string().min(1) });
const pathsSchema = z.array(z.string()).default([]);

// What GitHub sends is large; only what is acted upon is looked at (webhook events and payloads, docs.github.com).
const payloadSchema = z.object({
  action: z.string().optional(),
  organization: accountSchema.optional(),
  installation: z.object({ account: accountSchema.optional() }).optional(),
  repository: repositorySchema
    .extend({ default_branch: z.string().optional(), owner: accountSchema.optional() })
    .optional(),
});

const pushSchema = z.object({
  ref: z.string(),
  forced: z.boolean().default(false),
  deleted: z.boolean().default(false),
  commits: z.array(z.object({ added: pathsSchema, modified: pathsSchema, removed: pathsSchema })).default([]),
});

const installationRepositoriesSchema = z.object({
  repositories_added: z.array(repositorySchema).default([]),
  repositories_removed: z.array(repositorySchema).default([]),
});

type Payload = z.infer<typeof payloadSchema>;

/**
 * readWebhook says what an event asks for. Events and actions that change nothing here ask for nothing.
 *
 * @param event the header `X-GitHub-Event`.
 * @returns null for a payload that names no organization.
 */
export function readWebhook(event: string, payload: unknown): WebhookMeaning | null {
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success) return null;
  const { organization, repository, installation } = parsed.data;
  const account = organization ?? repository?.owner ?? installation?.account;
  if (account === undefined) return null;
  const targets = Object.hasOwn(readers, event) ? (readers[event]?.(parsed.data, payload) ?? []) : [];
  return { organization: { providerId: account.node_id, login: account.login }, targets };
}

type Reader = (payload: Payload, raw: unknown) => readonly WebhookTarget[];

const teams: Reader = () => [{ kind: "teams" }];
const organization: Reader = () => [{ kind: "organization" }];
const repository: Reader = (payload) => repositoryTarget(payload);

/** A new event is one line here. */
const readers: Readonly<Record<string, Reader>> = {
  push: readPush,
  repository,
  installation_repositories: readInstallationRepositories,
  installation: organization,
  installation_target: organization,
  organization,
  team: teams,
  membership: teams,
  custom_property_values: teams,
};

function repositoryTarget({ repository: named }: Payload): readonly WebhookTarget[] {
  return named === undefined ? [] : [{ kind: "repository", providerId: named.node_id }];
}

// GitHub tells at most so many commits of a push, and so many files of a commit; beyond, the list proves nothing.
const commitsMax = 2048;
const filesMax = 3000;

/** A push counts when it moves the default branch and touches a file that is read, or when that cannot be told. */
function readPush(payload: Payload, raw: unknown): readonly WebhookTarget[] {
  const parsed = pushSchema.safeParse(raw);
  if (!parsed.success || parsed.data.deleted) return [];
  const { ref, forced, commits } = parsed.data;
  if (ref !== `refs/heads/${payload.repository?.default_branch}`) return [];
  const paths = commits.map(({ added, modified, removed }) => [...added, ...modified, ...removed]);
  const isCut = commits.length >= commitsMax || paths.some((files) => files.length >= filesMax);
  if (!forced && !isCut && commits.length > 0 && !touchesWantedFile(paths.flat())) return [];
  return repositoryTarget(payload);
}

/** Some files are wanted only where there is a flake, so one is taken to be there. */
function touchesWantedFile(paths: readonly string[]): boolean {
  const asEntry = (path: string): TreeEntry => ({ path, type: "file", oid: "", sizeBytes: null });
  const wanted = wantedFiles([asEntry("flake.nix"), ...paths.map(asEntry)]);
  return wanted.some(({ path }) => paths.includes(path));
}

// More than these are looked up faster by one inventory.
const repositoriesMax = 100;

function readInstallationRepositories(_payload: Payload, raw: unknown): readonly WebhookTarget[] {
  const parsed = installationRepositoriesSchema.safeParse(raw);
  if (!parsed.success) return [{ kind: "organization" }];
  const named = [...parsed.data.repositories_added, ...parsed.data.repositories_removed];
  if (named.length === 0 || named.length > repositoriesMax) return [{ kind: "organization" }];
  return named.map(({ node_id }) => ({ kind: "repository", providerId: node_id }));
}
