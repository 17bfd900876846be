import { expect } from "@playwright/test";
import { pages } from "../pages.ts";
import { strictTest } from "../strict-test.ts";

strictTest("a moment is printed in UTC behind its words, for paper is read on another day", async ({ page }) => {
  await page.goto(pages.overview);
  await page.pdf();

  const moment = page.locator("time[data-relative]").first();
  await expect(moment).toHaveAttribute("data-printed", /^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/);
  await page.emulateMedia({ media: "print" });
  const printed = await moment.evaluate((time) => getComputedStyle(time, "::after").content);
  expect(printed).toMatch(/\(.*UTC.*\)|attr\(data-printed\)/);
});

strictTest("a team's page prints as a report of one page, light even in the dark theme", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(pages.team);
  await expect(page.getByRole("heading", { level: 1, name: "Payments" })).toBeVisible();

  const pdf = (await page.pdf({ format: "A4", printBackground: true, preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const root = page.locator("html");
  await expect(root).toHaveCSS("color-scheme", "light");
  await expect(page.getByText(/^Flakeboard, Sample organization/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Print report" })).toBeHidden();
  await expect(page.getByText("invoice-worker").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "update-flake-lock action" }).first()).toBeVisible();
});
