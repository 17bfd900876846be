import { authorizeWrite } from "#lib/access/authorize.ts";
import { currentActor } from "#lib/access/current-actor.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { processScanService } from "#lib/scan/process-scan-service.ts";
import { findOrganization } from "#lib/store/organizations.ts";
import { processDatabase } from "#lib/store/process-database.ts";

/**
 * requestScan asks for a scan of an organization, on behalf of whoever sends the request.
 *
 * @returns the scan's id, of the running one if there is one; or in words why there is none.
 */
export async function requestScan(slug: string): Promise<{ readonly scanId: string } | { readonly problem: string }> {
  try {
    const actor = await currentActor();
    authorizeWrite(actor);
    const organization = await findOrganization(await processDatabase(), slug);
    if (organization === null) return { problem: "This organization is not here any more." };
    const service = await processScanService();
    return await service.request({ organization, trigger: "person", isFull: false, actor });
  } catch (error) {
    if (error instanceof AppError) return { problem: error.message };
    throw error;
  }
}
