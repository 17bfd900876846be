import { expect } from "@playwright/test";
import { strictTest } from "../strict-test.ts";

strictTest(
  "a platform lead is told what is wrong with a policy, mends it, and goes back to the default",
  async ({ page }) => {
    await page.goto("/orgs/sample/settings/repositories");
    const form = page.getByRole("form", { name: "Roles of flakes" });
    await form.getByRole("textbox").fill("lab/** = example\ndemo/** = toy");
    await form.getByRole("button", { name: "Save Roles of flakes" }).click();

    await expect(form.getByRole("alert")).toContainText("Nothing was changed: rolesByPath, line 2,");
    await expect(form.getByRole("textbox")).toHaveValue("lab/** = example\ndemo/** = toy");

    await form.getByRole("textbox").fill("lab/** = example");
    await form.getByRole("button", { name: "Save Roles of flakes" }).click();
    await expect(form.getByRole("status")).toContainText("Saved.");

    await form.getByRole("button", { name: "Back to the default" }).click();
    await expect(form.getByRole("textbox")).toHaveValue("");
    await page.getByRole("link", { name: "Changes" }).click();
    // The roles of flakes are read anew meanwhile, and the page waits for its turn at the database.
    await page.waitForURL("**/settings/changes");
    await expect(page.getByText("Changed the policy: rolesByPath.")).toHaveCount(2);
  },
);

strictTest("a team lead waives a check until a day, and ends the waiver", async ({ page }) => {
  await page.goto("/orgs/sample/settings/waivers");
  await page.getByRole("button", { name: "Waive a check" }).click();
  const dialog = page.getByRole("dialog", { name: "Waive a check" });
  await dialog.getByLabel("Repository").fill("no-such-repository");
  await dialog.getByLabel("Check", { exact: true }).selectOption("inputs-fresh");
  await dialog.getByLabel("Reason").fill("Frozen until the audit is over");
  await dialog.getByLabel("Last day").fill(new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10));
  await dialog.getByRole("button", { name: "Waive", exact: true }).click();
  await expect(dialog.getByRole("alert")).toHaveText("This repository is not here any more.");

  await dialog.getByLabel("Repository").fill("ledger");
  await dialog.getByRole("button", { name: "Waive", exact: true }).click();
  await expect(dialog).toBeHidden();

  const row = page.getByRole("row").filter({ hasText: "Frozen until the audit is over" });
  await expect(row).toContainText("Ends within 30 days");
  await row.getByRole("button", { name: "End the waiver of inputs-fresh in ledger" }).click();
  await expect(row).toContainText("Ended");
});
