import { expect } from "@playwright/test";
import { strictTest } from "../strict-test.ts";

strictTest("a platform lead sees what everything depends on, and filters to what is unsupported", async ({ page }) => {
  await page.goto("/orgs/sample");
  await page.getByRole("link", { name: "Inputs", exact: true }).click();
  await expect(page).toHaveURL(/\/orgs\/sample\/inputs$/);
  await expect(
    page.getByText(/^Sample organization depends on 30\supstreams through 29\srepositories with a flake/),
  ).toBeVisible();
  const nixpkgs = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "nixos/nixpkgs GitHub" }) });
  await expect(nixpkgs).toContainText("26");
  await expect(nixpkgs).toContainText("24 direct");
  await expect(nixpkgs).toContainText("4 unsupported");

  await page.getByRole("combobox", { name: "In any state" }).selectOption("unsupported");
  await expect(page).toHaveURL(/\?state=unsupported$/);
  await expect(page.getByText(/^2 of 30\supstreams$/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^2 of 30\supstreams$/)).toBeVisible();
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

strictTest(
  "an engineer walks the input graph of a repository by keyboard and opens what is known",
  async ({ page }) => {
    await page.goto("/orgs/sample/repositories/ledger");
    await page.getByRole("link", { name: "Full page and list" }).click();
    await expect(page).toHaveURL(/\/repositories\/ledger\/graph$/);
    await expect(
      page.getByText(/^6\sdirect inputs bring the lock to 13\snodes; 4 of them are Nixpkgs; 13 are beyond the limit/),
    ).toBeVisible();

    const picture = page.getByRole("group", { name: "Inputs of flake.nix" });
    await expect(picture.getByRole("button")).toHaveCount(14);
    await expect(picture.getByRole("button", { name: /^nixpkgs, .*one of several/ })).toHaveCount(4);
    await picture.getByRole("button", { name: "ledger, this flake" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await expect(picture.getByRole("button", { name: /^fenix/ })).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const details = page.getByRole("region", { name: "About nixpkgs" });
    await expect(details).toContainText("fenix/nixpkgs");
    await page.keyboard.press("Escape");
    await expect(details).toBeHidden();
    await expect(picture.getByRole("button", { name: /^nixpkgs/ }).first()).toBeFocused();

    await page.getByRole("searchbox", { name: "Find in the picture" }).fill("rust");
    await expect(page.getByText("1 found")).toBeVisible();
    await expect(page.getByRole("table", { name: "Input graph of flake.nix" }).getByRole("row")).toHaveCount(14);
  },
);

strictTest("a platform lead sees who uses the organization's own flakes, and who is affected", async ({ page }) => {
  await page.goto("/orgs/sample/inputs");
  await page.getByRole("link", { name: "Own flakes" }).click();
  await expect(page).toHaveURL(/\/inputs\/flakes$/);
  await expect(
    page.getByText(/^11\srepositories use flakes of Sample organization; most depend on devshells, 11 in all/),
  ).toBeVisible();

  const picture = page.getByRole("group", { name: "Own flakes of Sample organization" });
  await picture.getByRole("button", { name: /^nixos-infra/ }).click();
  const details = page.getByRole("region", { name: "About nixos-infra" });
  await expect(details).toContainText("monitoring, nix-modules, release-tool");
  await details.getByRole("link", { name: "Open the repository" }).click();
  await expect(page).toHaveURL(/\/repositories\/nixos-infra$/);
});
