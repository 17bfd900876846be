import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import { type GithubEmulator, startGithubEmulator } from "../github/emulator.ts";
import { startFlakeboard } from "../start-flakeboard.ts";
import { strictTest } from "../strict-test.ts";
import { testServerPort } from "../test-server.ts";

const output = fileURLToPath(new URL("../output/", import.meta.url));
const data = `${output}setup-data`;
// The sample that the server of this journey writes for itself, served as GitHub would serve it.
const folder = `${data}/sample`;
const port = testServerPort + 1;
const base = `http://127.0.0.1:${port}`;

let github: GithubEmulator;
let stop = async (): Promise<void> => {};

strictTest.describe.configure({ mode: "serial", timeout: 300_000 });

strictTest.beforeAll(async () => {
  // A first start writes and scans the sample.
  strictTest.setTimeout(300_000);
  const tokenHeaders = {
    "x-oauth-scopes": "repo, read:org, delete_repo",
    "github-authentication-token-expiration": `${new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)} 08:00:00 UTC`,
  };
  github = await startGithubEmulator({ folder, tokens: ["token-of-a-platform-lead"], tokenHeaders });
  const environment = { GITHUB_TOKEN: "token-of-a-platform-lead", GITHUB_API_URL: github.url };
  stop = await startFlakeboard({ data, port, environment });
});

strictTest.afterAll(async () => {
  await stop();
  await github.close();
});

strictTest(
  "a platform lead goes from the sample to the first results of an organization on GitHub",
  async ({ page }) => {
    await page.goto(base);
    await page.getByRole("link", { name: "Connect your own" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Connect an organization");

    await page.getByLabel("Name of the organization, or path of the folder").fill("nobody");
    await page.getByRole("button", { name: "Check" }).click();
    await expect(page.getByText("There is no organization nobody on 127.0.0.1")).toBeVisible();
    await expect(page.getByText("Mend what is marked above, then check again.")).toBeVisible();

    await page.getByLabel("Name of the organization, or path of the folder").fill("sample");
    await page.getByRole("button", { name: "Check again" }).click();
    await expect(page.getByText("48 repositories can be read")).toBeVisible();
    await expect(page.getByText("all that is needed; more than needed: delete_repo; expires")).toBeVisible();
    await expect(page.getByText("7 teams can be read")).toBeVisible();
    const firstLook = page.getByRole("region", { name: "4. A first look" });
    await expect(firstLook).toContainText("10 of 48 repositories");
    await expect(firstLook.getByRole("row")).toHaveCount(11);

    await page.getByRole("button", { name: "Connect and scan" }).click();
    await expect(page).toHaveURL(/\/orgs\/sample-github\/scans\//);

    const results = page.getByRole("region", { name: /^First results/ });
    await expect(results.getByRole("region", { name: "Teams" })).toContainText("Payments");
    await expect(results.getByRole("link", { name: "Open the overview" })).toBeVisible({ timeout: 120_000 });
    await expect(results).toContainText("29 of 44");
    const flakes = results.getByRole("region", { name: "With a flake" });
    await expect(flakes).toContainText("With a flake 29");
    await expect(flakes.getByRole("link")).toHaveCount(8);
    await expect(flakes).toContainText("and 21 others");
    await results.getByRole("link", { name: "Open the overview" }).click();
    await expect(page.getByRole("region", { name: "Headlines" })).toContainText("29 of 44");

    await page.goto(`${base}/orgs/sample-github/settings/scanning`);
    const grants = page.getByRole("list", { name: "What the credentials may do" });
    await expect(grants.getByRole("listitem").filter({ hasText: "read:org" })).toContainText("reads teams");
    await expect(grants.getByRole("listitem").filter({ hasText: "delete_repo" })).toContainText("not needed");
    await expect(page.getByText("They end in")).toBeVisible();
    const requests = github.requests.entries.length;
    await page.reload();
    await expect(page.getByText(/^GitHub was asked .*; its answer is kept for 10 minutes\.$/)).toBeVisible();
    expect(github.requests.entries.length).toBe(requests);
    await page.getByRole("button", { name: "Ask again" }).click();
    await expect.poll(() => github.requests.entries.length).toBeGreaterThan(requests);
    await expect(page.getByRole("button", { name: "Ask again" })).toBeFocused();
    await expect(grants.getByRole("listitem").filter({ hasText: "read:org" })).toBeVisible();
    await page.goto(`${base}/setup`);
    await page.goto(base);
    await expect(page).toHaveURL(/\/orgs\/sample-github$/);
  },
);

strictTest("what names no source is said beside the form, and what was written stays", async ({ page }) => {
  await page.goto(`${base}/setup?provider=local&name=clones`);
  await expect(page.getByRole("alert").first()).toHaveText("Give the whole path of the folder, from / on.");
  await expect(page.getByLabel("Name of the organization, or path of the folder")).toHaveValue("clones");
});

strictTest("a folder of clones is checked without any credentials being asked", async ({ page }) => {
  await page.goto(`${base}/setup?${new URLSearchParams({ provider: "local", name: folder })}`);
  await expect(page.getByText("48 repositories can be read")).toBeVisible();
  await expect(page.getByRole("region", { name: "4. A first look" })).toContainText("10 of 48 repositories");
});

strictTest(
  "a platform lead is told what is wrong with a schedule, mends it, and sees the next scans",
  async ({ page }) => {
    await page.goto(`${base}/orgs/sample-github/settings/scanning`);
    const form = page.getByRole("form", { name: "Schedule" });
    await form.getByLabel("Scanned by itself").selectOption("own");
    await form.getByLabel("Cron line").fill("17 2 30 2 *");
    await form.getByRole("button", { name: "Save Schedule" }).click();
    await expect(form.getByRole("alert")).toContainText("Write a cron line of five fields that comes due");
    await expect(form.getByLabel("Cron line")).toHaveValue("17 2 30 2 *");

    await form.getByLabel("Cron line").fill("0 6 * * 1");
    await form.getByRole("button", { name: "Save Schedule" }).click();
    await expect(form.getByRole("status")).toHaveText("Saved.");
    const schedule = page.getByRole("region", { name: "Schedule" });
    await expect(schedule).toContainText("every Monday at 06:00 UTC");
    await expect(schedule.getByRole("listitem")).toHaveCount(3);
    await page.getByRole("link", { name: "Changes" }).click();
    await expect(page.getByText("Changed the schedule from the default to 0 6 * * 1.")).toBeVisible();
  },
);

strictTest("an organization is removed only once its name was typed, and the sample is left", async ({ page }) => {
  await page.goto(`${base}/orgs/sample-github/settings/organization`);
  await page.getByLabel("Type sample-github to confirm").fill("sample");
  await page.getByRole("button", { name: "Remove for good" }).click();
  await expect(page.getByRole("form", { name: "Remove" }).getByRole("alert")).toContainText("Nothing was removed");
  await page.getByLabel("Type sample-github to confirm").fill("sample-github");
  await page.getByRole("button", { name: "Remove for good" }).click();
  await expect(page).toHaveURL(/\/orgs\/sample$/, { timeout: 60_000 });
  expect((await page.request.get(`${base}/orgs/sample-github`)).status()).toBe(404);
});
