import { Command } from "commander";
import { AppError } from "#lib/errors/app-error.ts";
import { reevaluateOrganization } from "#lib/scan/reevaluate.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { processDatabase } from "#lib/store/process-database.ts";

/** `flakeboard reevaluate` judges stored facts again, without a single request. */
export const reevaluateCommand = new Command("reevaluate")
  .description("judge every repository again from stored facts, and count the day, without asking GitHub")
  .option("--org <name>", "only this organization, by its login or its name in addresses")
  .action(async ({ org }: { readonly org?: string }) => {
    const database = await processDatabase();
    const known = await listOrganizations(database);
    const chosen = known.filter(({ slug, login }) => org === undefined || org === slug || org === login);
    if (chosen.length === 0) {
      const names = known.map(({ slug }) => slug).join(", ") || "none yet";
      throw new AppError("not-found", `There is no organization ${org ?? ""} here. Known: ${names}.`);
    }
    for (const organization of chosen) {
      const count = await reevaluateOrganization(database, organization, new Date().toISOString());
      process.stderr.write(`${organization.name}: ${count} repositories judged again.\n`);
    }
  });
