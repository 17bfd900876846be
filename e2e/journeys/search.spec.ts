import { expect } from "@playwright/test";
import { strictTest } from "../strict-test.ts";

strictTest("the keys of the search open it on a narrow window as well", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/orgs/sample/teams", { waitUntil: "networkidle" });

  await page.keyboard.press("Control+k");

  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("ledger");
  await expect(page.getByRole("option").first()).toHaveText(/^ledger/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/repositories\/ledger$/);
});

strictTest(
  "search opens from anywhere by keyboard, and Enter goes to the hit that the arrows chose",
  async ({ page }) => {
    await page.goto("/orgs/sample/scans");
    await page.keyboard.press("Control+K");
    const box = page.getByRole("combobox", { name: /^Search/ });
    await expect(box).toBeFocused();

    await box.fill("ledger");
    await expect(page.getByRole("option").first()).toHaveText(/^ledger/);
    await expect(page.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
    await box.fill("payments");
    const team = page.getByRole("group", { name: "Teams" }).getByRole("option");
    await expect(team).toHaveText(/^Payments/);
    while ((await team.getAttribute("aria-selected")) === "false") await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");

    await expect(page).toHaveURL(/\/orgs\/sample\/teams\/payments$/);
    await expect(page.getByRole("dialog", { name: "Search" })).toHaveCount(0);
  },
);

strictTest("Escape closes the search and gives the focus back", async ({ page }) => {
  await page.goto("/orgs/sample");
  const launcher = page.getByRole("link", { name: "Search" }).first();
  await launcher.focus();
  await page.keyboard.press("Control+K");
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Escape");

  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(launcher).toBeFocused();
});

strictTest("the search page works without scripts", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/orgs/sample");
  await page.getByRole("link", { name: "Search" }).first().click();
  await page.getByLabel("Repository, team, input, check, resource or page").fill("ledger");
  await page.getByRole("button", { name: "Search" }).click();

  await expect(page).toHaveURL(/\/search\?q=ledger$/);
  await expect(
    page
      .getByRole("region", { name: /^Repositories/ })
      .getByRole("link")
      .first(),
  ).toContainText("ledger");
  await context.close();
});
