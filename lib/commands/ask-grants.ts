import { authorizeWrite } from "#lib/access/authorize.ts";
import { currentActor } from "#lib/access/current-actor.ts";
import { processConfig } from "#lib/config/process-config.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { Instant } from "#lib/model/instant.ts";
import { expiryOf, type GrantLine, judgeGrants } from "#lib/providers/github/judge-grants.ts";
import { createProvider } from "#lib/scan/create-provider.ts";
import { findOrganization } from "#lib/store/organizations.ts";
import { processDatabase } from "#lib/store/process-database.ts";

/** AskedGrants is what GitHub tells, asked now, of what the credentials may do; never the secret. */
export type AskedGrants =
  | {
      readonly status: "told";
      /** Empty where GitHub tells nothing of this kind of token but its end. */
      readonly lines: readonly GrantLine[];
      /** Null when the credentials do not end, or when that was not told. */
      readonly expiresAt: Instant | null;
    }
  | { readonly status: "problem"; readonly problem: string };

// Somebody looks at the page meanwhile.
const patienceMs = 10_000;

/**
 * askGrants asks GitHub what the credentials may do in an organization, on behalf of whoever sends the request; one
 * point of the hour's. Null where there is nobody to ask: a local folder, or no credentials.
 */
export async function askGrants(slug: string): Promise<AskedGrants | null> {
  authorizeWrite(await currentActor());
  const { github } = processConfig();
  const organization = await findOrganization(await processDatabase(), slug);
  if (organization === null || organization.provider === "local") return null;
  if (github.token === null && github.app === null) return null;
  try {
    const provider = createProvider(organization, github);
    await provider.readOrganization(AbortSignal.timeout(patienceMs));
    const grants = provider.grants();
    return grants === null ? null : { status: "told", lines: judgeGrants(grants), expiresAt: expiryOf(grants) };
  } catch (error) {
    if (error instanceof AppError) return { status: "problem", problem: error.message };
    if (error instanceof DOMException && error.name === "TimeoutError") {
      return { status: "problem", problem: `No answer came within ${patienceMs / 1_000} seconds.` };
    }
    throw error;
  }
}
