import { defaultPolicy } from "#lib/model/policy.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { openDatabase } from "#lib/store/database.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { backfillOrganization } from "../backfill.ts";
import { sampleDay } from "./scan-sample.ts";

// A process of its own, for a test in which a repository ends it: it rebuilds the past of the only organization, and is
// gone without a word when it comes to a repository of the name POISON.
// Usage: backfill-process.ts DATABASE FOLDER POISON, with DATABASE as JSON: { kind, directory } or { kind, url }.

const [databaseJson = "", path = "", poison = ""] = process.argv.slice(2);

const database = await openDatabase(JSON.parse(databaseJson));
const [organization] = await listOrganizations(database);
const provider = createLocalProvider({ path });
await backfillOrganization({
  database,
  organizationId: organization?.id ?? "",
  policy: { ...defaultPolicy, historyMonths: 1 },
  now: () => sampleDay,
  signal: new AbortController().signal,
  provider: {
    ...provider,
    readHistory(requests, signal) {
      if (requests.some(({ repository }) => repository.name === poison)) process.kill(process.pid, "SIGKILL");
      return provider.readHistory(requests, signal);
    },
  },
});
await database.close();
