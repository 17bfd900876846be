import { expect } from "@playwright/test";
import { strictTest } from "../strict-test.ts";

const ledger = "/orgs/sample/repositories/ledger";

strictTest("an engineer sees the stages, the one next step with its text, and every input", async ({ page }) => {
  await page.goto(ledger);

  await expect(page.getByText("It has a flake; 9 checks fail.")).toBeVisible();
  const step = page.getByRole("region", { name: "Next step" });
  await expect(step).toContainText("Publish the flake, or push its builds to a cache");
  await expect(step).toContainText(".github/workflows/flakehub-publish.yml");
  await expect(step).toContainText("DeterminateSystems/flakehub-push");

  const row = page.getByRole("row").filter({ hasText: "nixos-unstable" });
  await expect(row).toContainText("3 months");
  await expect(row).toContainText("rolling");
  await expect(row).toContainText("by hand");
  await expect(page.getByText("nixpkgs is 3 months old, limit 30.")).toBeVisible();
  // The day of adoption is known once the past has been rebuilt, some seconds after the start.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("It adopted flakes on")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 45_000 });
});

strictTest("a link to a finding opens it, whatever it is folded in", async ({ page }) => {
  await page.goto(`${ledger}#inputs-fresh:nixpkgs`);
  await expect(page.getByText("nixpkgs is 95 days old, limit 30").first()).toBeVisible();
  await expect(page.getByText("nix flake update nixpkgs", { exact: true }).first()).toBeVisible();

  await page.goto(`${ledger}#flake-present`);
  await expect(page.getByText("flake.nix is here")).toBeVisible();
});

strictTest("a team lead waives a check until a day, by keyboard, and ends the waiver", async ({ page }) => {
  await page.goto(`${ledger}#updates-automated`);
  const check = page.locator("#updates-automated");
  await check.getByRole("button", { name: "Waive" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Waive updates-automated" });
  await dialog.getByLabel("Reason").fill("It retires in spring");
  const lastDay = new Date(Date.now() + 10 * 86_400_000);
  await dialog.getByLabel("Last day").fill(lastDay.toISOString().slice(0, 10));
  await dialog.getByRole("button", { name: "Waive", exact: true }).press("Enter");

  await expect(dialog).toBeHidden();
  await expect(check.getByText(/^Waived by local through/)).toContainText("It retires in spring");
  await expect(page.getByText("It has a flake; 8 checks fail.")).toBeVisible();

  await check.getByRole("button", { name: "End the waiver of updates-automated in ledger" }).press("Enter");
  await expect(page.getByText("It has a flake; 9 checks fail.")).toBeVisible();
});

strictTest("a platform lead excludes a repository with a reason, and includes it again", async ({ page }) => {
  await page.goto("/orgs/sample/repositories/dns-zones");
  await page.getByRole("button", { name: "Exclude" }).click();
  const dialog = page.getByRole("dialog", { name: "Exclude dns-zones" });
  await dialog.getByLabel("Reason").fill("  no  ");
  await dialog.getByRole("button", { name: "Exclude" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Say why, in a few words.");
  await dialog.getByLabel("Reason").fill("Mirrored from elsewhere");
  await dialog.getByRole("button", { name: "Exclude" }).click();

  await expect(page.getByText("It is excluded, so it counts in no share: Mirrored from elsewhere")).toBeVisible();
  await page.getByRole("button", { name: "Include" }).click();
  const again = page.getByRole("dialog", { name: "Include dns-zones again" });
  await again.getByLabel("Reason").fill("Ours after all");
  await again.getByRole("button", { name: "Include" }).click();
  // The scan that the exclusion asked for may be recording a batch.
  await expect(again).toBeHidden({ timeout: 20_000 });
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("It does not use Nix.")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });

  await page.goto("/orgs/sample/settings/changes");
  await expect(page.getByText("Excluded dns-zones from every share: Mirrored from elsewhere")).toBeVisible();
  await expect(page.getByText("Included dns-zones in the shares again: Ours after all")).toBeVisible();
});

strictTest("a platform lead gives an unowned repository an owner", async ({ page, request }) => {
  // A scan that runs already began by the owners as they were; another follows it in half a minute.
  await expect
    .poll(async () => (await request.get("/orgs/sample/scans")).text(), { timeout: 60_000 })
    .not.toContain("A scan is ");
  await page.goto("/orgs/sample/repositories/playground");
  await page.getByRole("button", { name: "Set owner" }).click();
  const dialog = page.getByRole("dialog", { name: "Owner of playground" });
  await dialog.getByRole("checkbox", { name: "Research" }).check();
  await dialog.getByRole("button", { name: "Set owner" }).click();
  await expect(dialog).toBeHidden();

  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("main").getByRole("link", { name: "Research" }).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 45_000 });

  await page.getByRole("button", { name: "Set owner" }).click();
  await dialog.getByRole("checkbox", { name: "Research" }).uncheck();
  await dialog.getByRole("button", { name: "Set owner" }).click();
  await expect(dialog).toBeHidden();
});
