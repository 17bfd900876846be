import { expect, type Locator, type Page } from "@playwright/test";
import { pages } from "../pages.ts";
import { strictTest } from "../strict-test.ts";

const tables = [
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
  "scans",
  "settings-waivers",
] as const satisfies readonly (keyof typeof pages)[];

/** The first line and the number of other lines of the file that a press gives; fields hold no line breaks here. */
async function fileFrom(page: Page, press: () => Promise<void>) {
  const download = page.waitForEvent("download");
  await press();
  const text = (await (await (await download).createReadStream()).setEncoding("utf8").toArray()).join("");
  const [head = "", ...lines] = text.trimEnd().split("\r\n");
  return { columns: fieldsOf(head), rows: lines.length };
}

function fieldsOf(line: string): readonly string[] {
  return [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)/g)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? "").replaceAll('""', '"'),
  );
}

async function shownIn(table: Locator) {
  const columns = (await table.locator("thead th").allInnerTexts()).map((text) => text.trim());
  return { columns, rows: await table.locator('tbody tr:not(:has(th[scope="rowgroup"]))').count() };
}

for (const name of tables) {
  strictTest(`the table of ${name} leaves with exactly its rows and columns`, async ({ page }) => {
    await page.goto(pages[name]);
    const button = page.getByRole("button", { name: /^Export (these )?rows$/ }).first();
    const table = page
      .getByRole("main")
      .locator("table:has(caption):visible", { has: page.locator("thead.sticky") })
      .first();
    for (const filter of ["", "a"]) {
      if (filter !== "") {
        await page
          .getByRole("main")
          .getByRole("searchbox", { name: /^Filter/ })
          .first()
          .fill(filter);
        await expect(page).toHaveURL(/[?&]q=a/);
      }
      const everyRow = page.getByRole("button", { name: /^Show all / });
      if ((await everyRow.count()) > 0) await everyRow.click();
      const isPaged = (await page.getByRole("navigation", { name: /^Pages of / }).count()) > 0;
      const shown = await shownIn(table);
      await button.click();
      const file = await fileFrom(page, () =>
        page
          .getByRole("menuitem", { name: "CSV" })
          .or(page.getByRole("link", { name: "CSV", exact: true }))
          .locator("visible=true")
          .first()
          .click(),
      );
      expect(file.columns).toEqual(shown.columns);
      // A paged table shows fifty at a time; its file has all pages.
      if (isPaged) expect(file.rows).toBeGreaterThan(shown.rows);
      else expect(file.rows).toBe(shown.rows);
      await page.keyboard.press("Escape");
    }
  });
}

strictTest("a plain table leaves as it is read on the page", async ({ page }) => {
  await page.goto(pages.overview);
  const table = page.getByRole("table", { name: "Teams and themes" });
  const file = await fileFrom(page, () => page.getByRole("button", { name: "Teams and themes as CSV" }).click());

  expect(file.rows).toBe(await table.locator("tbody tr").count());
  expect(file.columns).toHaveLength(await table.locator("thead th").count());
  expect(file.columns[0]).toBe("Team");
});
