import { expect, test } from "@playwright/test";
import { pages } from "../pages.ts";
import { strictTest } from "../strict-test.ts";

strictTest(
  "a platform lead names what a table shows, and everybody opens, renames and removes it",
  async ({ page }) => {
    await page.goto("/orgs/sample/repositories");
    await page.getByLabel("Every team").selectOption("payments");
    await expect(page).toHaveURL(/team=payments/);
    await page.getByRole("link", { name: "Nixpkgs age" }).click();
    await expect(page).toHaveURL(/sort=age\.asc/);
    await page.getByRole("link", { name: "Nixpkgs age" }).click();
    await expect(page).toHaveURL(/sort=age\.desc/);
    const shown = await page.getByRole("row").allInnerTexts();

    await page.getByRole("button", { name: "Views" }).click();
    const form = page.getByRole("form", { name: "Save this view" });
    await form.getByLabel("Name").fill("Team payments, stale");
    await form.getByRole("button", { name: "Save view" }).click();
    const line = page.getByRole("navigation", { name: "Saved views" });
    await expect(line.getByRole("link", { name: "Team payments, stale" })).toHaveAttribute("aria-current", "true");

    await page.goto("/orgs/sample/repositories?q=ledger");
    await page.getByRole("button", { name: "Views" }).click();
    await form.getByLabel("Name").fill("team PAYMENTS, stale");
    await form.getByRole("button", { name: "Save view" }).click();
    await expect(form.getByRole("alert")).toHaveText("There is a view “Team payments, stale” on this page already.");
    await expect(form.getByLabel("Name")).toHaveValue("team PAYMENTS, stale");
    await page.keyboard.press("Escape");

    await line.getByRole("link", { name: "Team payments, stale" }).click();
    await expect(page).toHaveURL(/sort=age\.desc&team=payments$/);
    await expect(page.getByLabel("Every team")).toHaveValue("payments");
    expect(await page.getByRole("row").allInnerTexts()).toEqual(shown);

    await page.getByRole("button", { name: "Views" }).click();
    const saved = page.getByRole("list", { name: "Saved" });
    await saved.getByText("Team payments, stale").click();
    await saved.getByLabel("New name").fill("Payments, oldest first");
    await saved.getByRole("button", { name: "Rename" }).click();
    await expect(line.getByRole("link", { name: "Payments, oldest first" })).toBeVisible();

    await saved.getByRole("button", { name: "Remove" }).click();
    await expect(line).toHaveCount(0);

    await page.goto("/orgs/sample/settings/changes?q=view");
    await expect(page.getByText("Renamed the view “Team payments, stale” of repositories")).toBeVisible();
    await expect(page.getByText("Removed the view “Payments, oldest first” of repositories")).toBeVisible();
  },
);

const asked = [
  "trends-metric",
  "changes",
  "why",
  "teams",
  "team",
  "repositories",
  "repository",
  "inputs",
  "input",
  "own-flakes",
  "input-graph",
  "checks",
  "check",
  "learn",
  "scans",
  "settings-waivers",
  "settings-changes",
] as const satisfies readonly (keyof typeof pages)[];

for (const name of asked) {
  strictTest(`everything that ${name} can be asked goes into its views`, async ({ page }) => {
    await page.goto(pages[name]);
    const main = page.getByRole("main");
    const show = main.getByRole("button", { name: "Show", exact: true });
    if ((await show.count()) > 0) {
      for (const choice of await main.locator("form[action] select:visible").all())
        await choice.selectOption({ index: 1 });
      await show.click();
      await expect(page).toHaveURL(/[?&]team=/);
    }
    for (const choice of await main.locator("select:visible:not(form[action] select)").all()) {
      const before = page.url();
      await choice.selectOption({ index: 1 });
      await expect(page).not.toHaveURL(before, { timeout: 60_000 });
    }
    const text = main.getByRole("searchbox", { name: /^(Filter|Search resources)/ });
    if ((await text.count()) > 0) {
      await text.first().fill("a");
      await expect(page).toHaveURL(/[?&]q=a/);
    }
    await page.getByRole("button", { name: "Views" }).click();
    const search = new URL(page.url()).searchParams;
    const kept = new URLSearchParams((await page.locator('input[name="query"]').getAttribute("value")) ?? "");
    const given = [...search].filter(([, value]) => value !== "");
    expect([...kept].map(([key, value]) => `${key}=${value}`).toSorted()).toEqual(
      given.map(([key, value]) => `${key}=${value}`).toSorted(),
    );
  });
}

test("a view is saved, refused and opened without scripts", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await page.goto("/orgs/sample/checks?q=flake");
  const save = async (name: string) => {
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("form", { name: "Save this view" }).getByLabel("Name").fill(name);
    await page.getByRole("button", { name: "Save view" }).click();
  };
  await save("About flakes");
  const link = page.getByRole("navigation", { name: "Saved views" }).getByRole("link", { name: "About flakes" });
  await expect(link).toBeVisible();

  await page.goto("/orgs/sample/checks?q=lock");
  await save("About flakes");
  // Playwright's search by text passes over what only readers without scripts see.
  const refusal = page.locator("noscript [role=alert]");
  await expect(refusal).toBeVisible();
  await expect(refusal).toHaveText("There is a view “About flakes” on this page already.");

  await link.click();
  await expect(page).toHaveURL(/\/checks\?q=flake$/);
  await page.getByRole("button", { name: "Views" }).click();
  const saved = page.getByRole("list", { name: "Saved" });
  await saved.getByText("About flakes").click();
  await saved.getByRole("button", { name: "Remove" }).click();
  await expect(link).toHaveCount(0);
  await context.close();
});
