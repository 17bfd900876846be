import { fileURLToPath } from "node:url";
import { startFlakeboard } from "./start-flakeboard.ts";
import { testServerPort } from "./test-server.ts";

/** Starts the Flakeboard that the journeys visit, and stops it after the last test. */
export default function startTestServer(): Promise<() => Promise<void>> {
  return startFlakeboard({ data: fileURLToPath(new URL("output/data", import.meta.url)), port: testServerPort });
}
