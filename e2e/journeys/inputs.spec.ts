import { expect } from "@playwright/test";
import { strictTest } from "../strict-test.ts";

strictTest("a platform lead sees what everything depends on, and filters to what is unsupported", async ({ page }) => {
  await page.goto("/orgs/sample");
  await page.getByRole("link", { name: "Inputs", exact: true }).click();
  await expect(page).toHaveURL(/\/orgs\/sample\/inputs$/);
  await expect(
    page.getByText(/^Sample organization depends on 29\supstreams through 29\srepositories with a flake/),
  ).toBeVisible();
  const nixpkgs = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "nixos/nixpkgs GitHub" }) });
  await expect(nixpkgs).toContainText("26");
  await expect(nixpkgs).toContainText("24 direct");
  await expect(nixpkgs).toContainText("4 unsupported");

  await page.getByRole("combobox", { name: "In any state" }).selectOption("unsupported");
  await expect(page).toHaveURL(/\?state=unsupported$/);
  await expect(page.getByText(/^2 of 29\supstreams$/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^2 of 29\supstreams$/)).toBeVisible();
});

strictTest("a team lead counts the inputs of one team", async ({ page }) => {
  await page.goto("/orgs/sample/inputs");
  await page.getByRole("combobox", { name: "Count for" }).selectOption("payments");

  await expect(page).toHaveURL(/\?team=payments$/);
  await expect(page.getByRole("heading", { level: 1, name: "Inputs of Payments" })).toBeVisible();
  await expect(page.getByText(/through 5\srepositories with a flake/)).toBeVisible();
});

strictTest("an engineer asks who is affected by one bad revision", async ({ page }) => {
  await page.goto("/orgs/sample/inputs");
  await page.getByRole("link", { name: "numtide/flake-utils" }).click();
  await expect(page).toHaveURL(/\/inputs\/github:numtide~1flake-utils$/);
  await expect(page.getByText(/^7 of 29\srepositories with a flake depend on it/)).toBeVisible();
  const affected = page.getByRole("region", { name: "Who is affected if it is bad?" });
  await expect(affected).toContainText("7 of 29 repositories");

  const revision = await page
    .getByRole("row")
    .nth(1)
    .getByText(/^[0-9a-f]{7}$/)
    .textContent();
  await affected.getByRole("combobox", { name: "Revision" }).fill(String(revision));
  await affected.getByRole("button", { name: "Ask" }).click();
  await expect(page).toHaveURL(new RegExp(`\\?revision=${revision}$`));
  await expect(affected).toContainText("1 of 29 repositories");
  await affected.getByRole("link", { name: "Every revision" }).click();
  await expect(affected).toContainText("7 of 29 repositories");
});

strictTest("an upstream that nobody uses is not found", async ({ page }) => {
  for (const key of ["github:nobody~1nothing", "x"]) {
    const response = await page.request.get(`/orgs/sample/inputs/${key}`);
    expect(response.status()).toBe(404);
  }
});
