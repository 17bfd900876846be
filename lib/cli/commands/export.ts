import { Command, Option } from "commander";
import { processConfig } from "#lib/config/process-config.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { toCsv, toJson } from "#lib/format/table-export.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { processDatabase } from "#lib/store/process-database.ts";
import { isTableName, readTable } from "#lib/views/exported-tables.ts";

interface ExportOptions {
  readonly org?: string;
  readonly format: "csv" | "json";
}

/** `flakeboard export` prints stored data of one organization as CSV or JSON. */
export const exportCommand = new Command("export")
  .description("print what is stored: repositories, inputs, findings, teams or series")
  .argument("<table>", "repositories, inputs, findings, teams or series")
  .option("--org <name>", "the organization, by its login or its name in addresses; the first one otherwise")
  .addOption(new Option("--format <format>", "how it is written").choices(["csv", "json"]).default("csv"))
  .action(async (name: string, { org, format }: ExportOptions) => {
    if (!isTableName(name)) {
      throw new AppError("config", `"${name}" is no table. Choose repositories, inputs, findings, teams or series.`);
    }
    const database = await processDatabase();
    const known = await listOrganizations(database);
    const chosen = known.find(({ slug, login }) => org === undefined || org === slug || org === login);
    const context = { database, actor: { kind: "local" }, asOf: new Date().toISOString() } as const;
    const { scanCron } = processConfig();
    const table = chosen === undefined ? null : await readTable({ ...context, scanCron }, chosen.slug, name);
    if (table === null) {
      const names = known.map(({ slug }) => slug).join(", ") || "none yet";
      throw new AppError("not-found", `There is no organization ${org ?? ""} here. Known: ${names}.`);
    }
    process.stdout.write(format === "csv" ? toCsv(table) : toJson(table));
  });
