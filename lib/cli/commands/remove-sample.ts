import { Command } from "commander";
import { removeSampleOrganizations } from "#lib/store/organizations.ts";
import { processDatabase } from "#lib/store/process-database.ts";

/** `flakeboard remove-sample` deletes the sample organization with everything recorded of it. */
export const removeSampleCommand = new Command("remove-sample")
  .description("remove the sample organization")
  .action(async () => {
    const count = await removeSampleOrganizations(await processDatabase());
    process.stderr.write(count === 0 ? "There is no sample organization.\n" : "The sample organization is removed.\n");
  });
