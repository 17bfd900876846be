import { expect } from "@playwright/test";
import { strictTest } from "../strict-test.ts";

strictTest("a team lead finds what the team needs most, and where it fails", async ({ page }) => {
  await page.goto("/orgs/sample/teams/payments");
  const reading = page.getByRole("region", { name: "What to learn next" });
  await expect(reading.getByText(/^Helps 4\srepositories where/)).toBeVisible();
  await page.getByRole("link", { name: "All resources" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Learn, for Payments" })).toBeVisible();
  const first = page.getByRole("region", { name: "Most needed now" }).getByRole("listitem").first();
  await expect(first).toContainText("update-flake-lock action");
  await expect(first).toContainText(/Helps 4\srepositories where/);

  await page.getByRole("combobox", { name: "Order for" }).selectOption("");
  await expect(page.getByRole("heading", { level: 1, name: "Learn", exact: true })).toBeVisible();
  await expect(first).toContainText(/Helps 15\srepositories where/);

  await page
    .getByRole("link", { name: /^A private cache is used: \d+ fail/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/repositories\?check=private-cache-used$/);
});

strictTest("a reader searches the resources, and the address keeps the search", async ({ page }) => {
  await page.goto("/orgs/sample/learn");
  await page.getByRole("searchbox", { name: "Search resources" }).fill("nixos.org secret");

  await expect(page.getByText(/^1 of \d+\sresources$/)).toBeVisible();
  await expect(page).toHaveURL(/\?q=nixos\.org(?:\+|%20)secret$/);
  await page.reload();
  await expect(page.getByRole("link", { name: "NixOS Wiki: secret managing schemes compared" })).toBeVisible();

  await page.getByRole("combobox", { name: "Kind" }).selectOption("talk");
  await expect(page.getByText("No resource fits.")).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(/\/learn$/);
});

strictTest(
  "a platform lead adds a resource, pins it and removes it; hides another and shows it again",
  async ({ page }) => {
    await page.goto("/orgs/sample/learn");
    await page.getByRole("button", { name: "Add resource" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a resource" });
    await dialog.getByLabel("Title").fill("How we pin");
    await dialog.getByLabel("Address").fill("https://wiki.example/pin");
    await dialog.getByLabel(/What one can do afterwards/).fill("Pin as the others here do.");
    await dialog.getByRole("checkbox", { name: "flake.lock is committed" }).check();
    await dialog.getByRole("button", { name: "Add", exact: true }).click();

    await expect(dialog).toBeHidden();
    const entry = page.getByRole("article").filter({ hasText: "How we pin" });
    await expect(entry.getByText("Your own")).toBeVisible();

    await entry.getByRole("button", { name: "Manage How we pin" }).click();
    await page.getByRole("menuitem", { name: "Pin for everybody" }).click();
    await expect(entry.getByRole("img", { name: "Pinned" })).toBeVisible();

    await entry.getByRole("button", { name: "Manage How we pin" }).click();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await expect(entry).toBeHidden();

    await page.getByRole("link", { name: /more resources on Caches$/ }).click();
    await expect(page).toHaveURL(/theme=caches/);
    await page.getByRole("button", { name: "Manage Attic" }).click();
    await page.getByRole("menuitem", { name: "Hide from everybody" }).click();
    await expect(page.getByRole("link", { name: "Attic", exact: true })).toBeHidden();
    await page.getByRole("button", { name: "Hidden (1)" }).click();
    await page.getByRole("button", { name: "Show Attic again" }).click();
    await expect(page.getByRole("link", { name: "Attic", exact: true })).toBeVisible();
  },
);
