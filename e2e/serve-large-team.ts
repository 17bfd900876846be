import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import { writeLargeTeam } from "./large-team.ts";
import { startFlakeboard } from "./start-flakeboard.ts";
import { strictTest } from "./strict-test.ts";
import { testServerPort } from "./test-server.ts";

/** LargeTeamServer is a Flakeboard beside a folder of clones that one team owns. */
export interface LargeTeamServer {
  /** The address of its organization, once it is connected. */
  readonly organization: string;
  /** Where the clones are. */
  readonly folder: string;
  /** Connects the folder as a person does, and ends on its overview. */
  readonly connect: (page: Page) => Promise<void>;
}

/** serveLargeTeam starts a Flakeboard of their own for the tests around it; `name` is that of its data. */
export function serveLargeTeam(name: string, size: number): LargeTeamServer {
  const data = fileURLToPath(new URL(`output/${name}-data`, import.meta.url));
  const folder = `${data}/clones`;
  const base = `http://127.0.0.1:${testServerPort + 1}`;
  let stop = async (): Promise<void> => {};

  strictTest.beforeAll(async () => {
    // A first start writes and scans the sample.
    strictTest.setTimeout(300_000);
    stop = await startFlakeboard({ data, port: testServerPort + 1 });
    writeLargeTeam({ sample: `${data}/sample`, folder, size });
  });

  strictTest.afterAll(() => stop());

  return {
    organization: `${base}/orgs/large`,
    folder,
    connect: async (page) => {
      await page.goto(`${base}/setup?${new URLSearchParams({ provider: "local", name: folder })}`);
      await page.getByRole("button", { name: "Connect and scan" }).click();
      await page.getByRole("link", { name: "Open the overview" }).click({ timeout: 120_000 });
      await expect(page).toHaveURL(/\/orgs\/large$/);
      await expect(page.getByRole("region", { name: "Headlines" })).toBeVisible();
    },
  };
}
