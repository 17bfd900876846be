import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { extendTailwindMerge } from "tailwind-merge";
import { pages } from "../pages.ts";
import { strictTest } from "../strict-test.ts";

const themes = ["light", "dark"] as const;
const widths = { wide: 1440, narrow: 390 } as const;

for (const [name, path] of Object.entries(pages)) {
  for (const theme of themes) {
    strictTest(`${name} is accessible and fits, wide and narrow, in the ${theme} theme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      for (const [width, pixels] of Object.entries(widths)) {
        await page.setViewportSize({ width: pixels, height: 900 });
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        if (path.startsWith("/orgs/")) {
          await expect(page.getByText("This is a sample organization")).toBeVisible();
        }
        await page.screenshot({ path: `e2e/output/screenshots/${name}-${width}-${theme}.png`, fullPage: true });

        expect(await overflowPixels(page)).toBe(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(serious.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(" ")) }))).toEqual([]);
      }
      for (const pixels of [360, 1024, 2560]) {
        await page.setViewportSize({ width: pixels, height: 900 });
        expect(await overflowPixels(page), `${pixels} pixels wide`).toBe(0);
      }
    });
  }
}

// Of two classes that set the same property the style sheet's order decides, which nobody sees where they are written.
const mergeClasses = extendTailwindMerge({ extend: { theme: { text: ["small", "body", "lead", "figure"] } } });

for (const [name, path] of Object.entries(pages)) {
  strictTest(`${name} has no element with two classes that contradict each other`, async ({ page }) => {
    await page.goto(path);
    const lists = await page.evaluate(() => {
      const elements = [...document.querySelectorAll("[class]")];
      return [...new Set(elements.map((element) => [...element.classList].join(" ")))];
    });

    expect(lists.length).toBeGreaterThan(10);
    expect(lists.filter((list) => mergeClasses(list) !== list)).toEqual([]);
  });
}

/** How far the page as a whole scrolls sideways, which none may. */
function overflowPixels(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
