import { authorizeWrite } from "#lib/access/authorize.ts";
import { currentActor } from "#lib/access/current-actor.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { processScanService } from "#lib/scan/process-scan-service.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { processDatabase } from "#lib/store/process-database.ts";
import { readSource, type SourceChoice } from "./source-choice.ts";

/** ConnectedOrganization is an organization that was connected, with its first scan. */
export interface ConnectedOrganization {
  readonly slug: string;
  readonly scanId: string;
}

/**
 * connectOrganization records an organization that its provider shows, and asks for a scan of it, on behalf of whoever
 * sends the request. One that is connected already is scanned again.
 *
 * @returns where it is, or in words why it could not be connected; nothing is recorded then.
 */
export async function connectOrganization(
  choice: SourceChoice,
): Promise<ConnectedOrganization | { readonly problem: string }> {
  try {
    const actor = await currentActor();
    authorizeWrite(actor);
    const service = await processScanService();
    const organization = await service.connect(readSource(choice));
    const { id: organizationId, slug, name, provider } = organization;
    const summary = `Connected ${name}, ${provider === "github" ? "on GitHub" : "in a local folder"}.`;
    const at = new Date().toISOString();
    const action = "organization-connected";
    await recordAudit(await processDatabase(), actor, { organizationId, action, summary, at });
    const { scanId } = await service.request({ organization, trigger: "person", isFull: false, actor });
    return { slug, scanId };
  } catch (error) {
    if (error instanceof AppError) return { problem: error.message };
    throw error;
  }
}
