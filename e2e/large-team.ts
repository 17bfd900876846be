import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface LargeTeam {
  /** The repositories to copy, bare git folders. */
  readonly sample: string;
  /** Where the copies go. */
  readonly folder: string;
  readonly size: number;
}

/**
 * writeLargeTeam writes a folder of clones that one team owns, each a copy of one of the sample's. Their names, and the
 * team's, are about as long as GitHub lets them be.
 */
export function writeLargeTeam({ sample, folder, size }: LargeTeam): void {
  const sources = readdirSync(sample).filter((name) => name.endsWith(".git"));
  mkdirSync(folder, { recursive: true });
  const names = Array.from({ length: size }, (_, index) => `${longName}-${index + 1}`);
  names.forEach((name, index) => {
    cpSync(join(sample, sources[index % sources.length] ?? ""), join(folder, `${name}.git`), { recursive: true });
  });
  const owned = names.map((name) => `      ${name}: admin`).join("\n");
  writeFileSync(
    join(folder, "teams.yml"),
    `organization:
  login: large
  name: An organization of one large team
teams:
  everything:
    name: Everything that the platform of this organization runs on, and those who keep it running
    repositories:
${owned}
`,
  );
}

const longName = "customer-facing-payment-reconciliation-service-for-the-northern-and-the-southern-region";
