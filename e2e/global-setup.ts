import { fileURLToPath } from "node:url";
import { waitPastMidnight } from "./past-midnight.ts";
import { startFlakeboard } from "./start-flakeboard.ts";
import { testServerPort } from "./test-server.ts";

/** Starts the Flakeboard that the journeys visit, and stops it after the last test. */
export default async function startTestServer(): Promise<() => Promise<void>> {
  await waitPastMidnight();
  return await startFlakeboard({ data: fileURLToPath(new URL("output/data", import.meta.url)), port: testServerPort });
}
