import { authorizeWrite } from "#lib/access/authorize.ts";
import { currentActor } from "#lib/access/current-actor.ts";
import type { Config } from "#lib/config/environment.ts";
import { processConfig } from "#lib/config/process-config.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { Instant } from "#lib/model/instant.ts";
import { expiryOf, type GrantLine, judgeGrants } from "#lib/providers/github/judge-grants.ts";
import { createProvider } from "#lib/scan/create-provider.ts";
import { findOrganization, type OrganizationRecord } from "#lib/store/organizations.ts";
import { processDatabase } from "#lib/store/process-database.ts";
import { type AnswerMemory, createAnswerMemory, type Dated } from "./answer-memory.ts";

/** Told is what GitHub tells of what the credentials may do; never the secret. */
type Told =
  | {
      readonly status: "told";
      /** Empty where GitHub tells nothing of this kind of token but its end. */
      readonly lines: readonly GrantLine[];
      /** Null when the credentials do not end, or when that was not told. */
      readonly expiresAt: Instant | null;
    }
  | { readonly status: "problem"; readonly problem: string };

/** AskedGrants is what GitHub told, and when it was asked. */
export type AskedGrants = Dated<Told>;

/** grantsKeptMinutes is for how long an answer of GitHub's is remembered, in this process; a refusal never is. */
export const grantsKeptMinutes = 10;

// Somebody looks at the page meanwhile.
const patienceMs = 10_000;

declare global {
  // Next loads pages and actions as separate modules; only a global is one for both.
  var flakeboardGrants: AnswerMemory<Told> | undefined;
}

function processMemory(): AnswerMemory<Told> {
  globalThis.flakeboardGrants ??= createAnswerMemory<Told>(
    grantsKeptMinutes * 60_000,
    ({ status }) => status === "told",
  );
  return globalThis.flakeboardGrants;
}

/**
 * askGrants tells what GitHub says that the credentials may do in an organization, on behalf of whoever sends the
 * request: asked now, for one point of the hour's, or some minutes ago. Null where there is nobody to ask: a local
 * folder, or no credentials.
 */
export async function askGrants(slug: string): Promise<AskedGrants | null> {
  authorizeWrite(await currentActor());
  const { github } = processConfig();
  const organization = await findOrganization(await processDatabase(), slug);
  if (organization === null || organization.provider === "local") return null;
  if (github.token === null && github.app === null) return null;
  return processMemory().ask(organization.id, () => askProvider(organization, github));
}

/** forgetGrants makes the next askGrants of an organization ask GitHub anew. */
export async function forgetGrants(slug: string): Promise<void> {
  authorizeWrite(await currentActor());
  const organization = await findOrganization(await processDatabase(), slug);
  if (organization !== null) processMemory().forget(organization.id);
}

async function askProvider(organization: OrganizationRecord, github: Config["github"]): Promise<Told> {
  try {
    const provider = createProvider(organization, github);
    await provider.readOrganization(AbortSignal.timeout(patienceMs));
    const grants = provider.grants();
    if (grants === null) return { status: "told", lines: [], expiresAt: null };
    return { status: "told", lines: judgeGrants(grants), expiresAt: expiryOf(grants) };
  } catch (error) {
    if (error instanceof AppError) return { status: "problem", problem: error.message };
    if (error instanceof DOMException && error.name === "TimeoutError") {
      return { status: "problem", problem: `No answer came within ${patienceMs / 1_000} seconds.` };
    }
    throw error;
  }
}
