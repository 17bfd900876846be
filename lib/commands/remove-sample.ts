import { authorizeWrite } from "#lib/access/authorize.ts";
import { currentActor } from "#lib/access/current-actor.ts";
import { removeSampleOrganizations } from "#lib/store/organizations.ts";
import { processDatabase } from "#lib/store/process-database.ts";

/** removeSample deletes the sample organization with everything recorded of it, on behalf of whoever sends the request. */
export async function removeSample(): Promise<void> {
  authorizeWrite(await currentActor());
  await removeSampleOrganizations(await processDatabase());
}
