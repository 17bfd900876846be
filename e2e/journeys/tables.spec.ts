import { expect } from "@playwright/test";
import { strictTest } from "../strict-test.ts";
import { testServerUrl } from "../test-server.ts";

strictTest("a reader filters, sorts and shares a table by its address", async ({ page }) => {
  await page.goto("/orgs/sample/repositories");
  await expect(page.getByText("48 repositories", { exact: true })).toBeVisible();

  await page.getByRole("searchbox", { name: "Filter repositories" }).fill("ledger");
  await expect(page).toHaveURL(/\?q=ledger$/);
  await expect(page.getByText("1 of 48 repositories")).toBeVisible();
  await expect(page.getByRole("searchbox")).toBeFocused();

  await page.getByRole("searchbox").fill("no such thing");
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page.getByText("48 repositories", { exact: true })).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue("");

  await page.getByLabel("Any use of Nix").selectOption("flake");
  await expect(page).toHaveURL(/has=flake/);
  await page.getByRole("link", { name: "Nixpkgs age" }).click();
  await expect(page).toHaveURL(/has=flake.*sort=age\.asc/);
  await page.getByRole("link", { name: "Nixpkgs age" }).click();
  await expect(page).toHaveURL(/has=flake.*sort=age\.desc/);
  await expect(page.getByRole("columnheader", { name: "Nixpkgs age" })).toHaveAttribute("aria-sort", "descending");
});

strictTest("an export holds every row and column that the table shows", async ({ page }) => {
  await page.goto("/orgs/sample/repositories?q=ledger");
  await page.getByRole("button", { name: "Choose columns" }).click();
  await page.getByRole("checkbox", { name: "Next step" }).uncheck();
  await expect(page).toHaveURL(/columns=repository%2Cowner/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Export these rows" }).click();

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  const file = await download;
  const lines = (await (await file.createReadStream()).setEncoding("utf8").toArray()).join("").trim().split("\r\n");

  expect(file.suggestedFilename()).toBe("repositories.csv");
  expect(lines[0]).toBe("Repository,Owner,Stages,Nixpkgs age,Failing");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/^ledger,Payments,/);
});

strictTest("what a reader chooses before the scripts came is asked once they are there", async ({ page }) => {
  const held = Promise.withResolvers<void>();
  await page.route("**/*.js", async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto("/orgs/sample/repositories", { waitUntil: "commit" });
  await page.getByLabel("Every team").selectOption("payments");
  held.resolve();

  await expect(page).toHaveURL(/\?team=payments$/);
  await expect(page.getByLabel("Every team")).toHaveValue("payments");
});

strictTest(
  "without scripts a choice is asked by a button, and nothing is offered that does nothing",
  async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${testServerUrl}/orgs/sample/repositories`);
    await page.getByLabel("Every team").selectOption("payments");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByText("6 of 48 repositories")).toBeVisible();
    await expect(page.getByRole("group", { name: "Theme" })).toBeHidden();

    await page.goto(`${testServerUrl}/orgs/sample/repositories/ledger`);
    await expect(page.getByRole("heading", { level: 1, name: "ledger" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Set owner" })).toBeHidden();
    await expect(page.getByRole("button", { name: /^Copy/ })).toHaveCount(0);
    await context.close();
  },
);

strictTest("a phone leaves columns out, and a reader chooses them back", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/orgs/sample/repositories");
  await expect(page.getByRole("columnheader", { name: "Next step" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Nixpkgs age" })).toBeHidden();

  await page.getByRole("button", { name: "Choose columns" }).click();
  await expect(page.getByLabel("Next step", { exact: true })).toBeChecked();
  await expect(page.getByLabel("Nixpkgs age", { exact: true })).not.toBeChecked();
  await page.getByLabel("Nixpkgs age", { exact: true }).check();

  await expect(page).toHaveURL(/columns=repository(?:%2C|,)next(?:%2C|,)age$/);
  await expect(page.getByRole("columnheader", { name: "Nixpkgs age" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Stages" })).toHaveCount(0);

  // A table that filters in the browser does the same.
  await page.goto("/orgs/sample/repositories/ledger");
  await expect(page.getByRole("columnheader", { name: "Branch" })).toBeHidden();
  await page.getByRole("button", { name: "Choose columns" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Branch" }).click();
  await expect(page.getByRole("columnheader", { name: "Branch" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Points to" })).toHaveCount(0);
});
