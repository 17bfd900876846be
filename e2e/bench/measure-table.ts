import type { Browser, Page } from "@playwright/test";

/** TableMeasure is how long a table takes from what a reader does until the rows that answer it are painted. */
export interface TableMeasure {
  readonly filterMs: number;
  readonly sortMs: number;
}

const repetitions = 7;

/** measureTable types a letter into the filter of the first table of a page, and sorts it, several times. Medians. */
export async function measureTable(browser: Browser, url: string): Promise<TableMeasure> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(url, { waitUntil: "networkidle" });
    const filter = page.getByRole("searchbox").first();
    const head = page.getByRole("columnheader", { name: "Next step" }).locator("a, button").first();
    const filterTimes: number[] = [];
    const sortTimes: number[] = [];
    for (let at = 0; at < repetitions; at += 1) {
      filterTimes.push(await timeToPaint(page, "keydown", () => filter.press(String(at + 1))));
      await timeToPaint(page, "keydown", () => filter.press("Backspace"));
      sortTimes.push(await timeToPaint(page, "pointerdown", () => head.click()));
    }
    return { filterMs: median(filterTimes), sortMs: median(sortTimes) };
  } finally {
    await page.close();
  }
}

/** From the event in the page to the frame after the last change of the table's body. */
async function timeToPaint(page: Page, event: string, act: () => Promise<void>): Promise<number> {
  const painted = page.evaluate(watchTable, event);
  await act();
  return painted;
}

/** Runs in the page. */
function watchTable(event: string): Promise<number> {
  return new Promise((resolve) => {
    let start = 0;
    let painted = 0;
    window.addEventListener(event, (begun) => (start = begun.timeStamp), { once: true, capture: true });
    const table = document.querySelector("table")?.parentElement ?? document.body;
    const observer = new MutationObserver(() => {
      requestAnimationFrame(() => setTimeout(() => (painted = performance.now())));
    });
    observer.observe(table, { subtree: true, childList: true, characterData: true });
    // A table that has not changed for half a second is done.
    const timer = setInterval(() => {
      if (painted === 0 || performance.now() - painted < 500) return;
      clearInterval(timer);
      observer.disconnect();
      resolve(painted - start);
    }, 50);
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
