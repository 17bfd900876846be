import { expect, type Page } from "@playwright/test";
import { pages } from "../pages.ts";
import { serveLargeTeam } from "../serve-large-team.ts";
import { strictTest } from "../strict-test.ts";

strictTest("a moment is printed in UTC behind its words, for paper is read on another day", async ({ page }) => {
  await page.goto(pages.overview);
  const moment = page.locator("time[data-relative]").first();

  // Printing before the scripts are there leaves the moment out.
  await expect(async () => {
    await page.pdf();
    const printed = await moment.getAttribute("data-printed");
    expect(printed).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/);
  }).toPass();
  await page.emulateMedia({ media: "print" });
  const printed = await moment.evaluate((time) => getComputedStyle(time, "::after").content);
  expect(printed).toMatch(/\(.*UTC.*\)|attr\(data-printed\)/);
});

strictTest("a team's page prints as a report of one page, light even in the dark theme", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(pages.team);
  await expect(page.getByRole("heading", { level: 1, name: "Payments" })).toBeVisible();

  expect(await pagesPrinted(page)).toBe(1);

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.locator("html")).toHaveCSS("color-scheme", "light");
  await expect(page.getByText(/^Flakeboard, Sample organization/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Print report" })).toBeHidden();
  await expect(page.getByRole("row").filter({ hasText: "invoice-worker" })).toBeVisible();
  await expect(page.getByText(/^and \d+\smore repositories/)).toHaveCount(0);
  await expect(page.getByText("update-flake-lock action").filter({ visible: true }).first()).toBeVisible();
  expect(await cutOff(page)).toEqual([]);
});

strictTest.describe("a large team", () => {
  const { organization, connect } = serveLargeTeam("print", 50);

  strictTest("of fifty repositories with long names prints as one page, the worst first", async ({ page }) => {
    strictTest.setTimeout(300_000);
    await connect(page);
    await page.goto(`${organization}/teams/everything`);
    await expect(page.getByRole("heading", { level: 1, name: /^Everything that/ })).toBeVisible();

    expect(await pagesPrinted(page)).toBe(1);

    await page.emulateMedia({ media: "print" });
    const rows = page.getByRole("table").getByRole("row");
    // Their names take three lines each.
    await expect(rows).toHaveCount(1 + 5);
    await expect(page.getByText(`and 45\u00a0more repositories, on ${page.url()}`)).toBeVisible();
    const fails = (await rows.locator("td:last-child").allTextContents()).map(Number);
    expect(fails).toEqual(fails.toSorted((one, other) => other - one));
    expect(await cutOff(page)).toEqual([]);
  });
});

async function pagesPrinted(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: "A4", printBackground: true, preferCSSPageSize: true })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** What holds a figure and does not show all of it, at the width of an A4 page within its margins. */
async function cutOff(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: 718, height: 1047 });
  return page.evaluate(() => {
    const holders = [...document.querySelectorAll("main td, main li, main p, main span, main h1, main h2")];
    return holders
      .filter((holder) => /\d/.test(holder.textContent) && holder.getClientRects().length > 0)
      .filter((holder) => {
        const box = holder.getBoundingClientRect();
        const isClipped =
          getComputedStyle(holder).overflow !== "visible" && holder.scrollWidth > holder.clientWidth + 1;
        return isClipped || box.right > 719 || box.left < -1;
      })
      .map((holder) => holder.textContent.slice(0, 80));
  });
}
