import type { Browser, Page } from "@playwright/test";

/** TableMeasure is how long a table takes from what a reader does until the rows that answer it are painted. */
export interface TableMeasure {
  readonly filterMs: number;
  readonly sortMs: number;
}

const repetitions = 7;
const answerMsMax = 15_000;
// A digit alone is somewhere in every line of the large organization, and would change nothing.
const typedBefore = "repository-000";

/**
 * measureTable types a letter into the filter of the table of a page, and sorts it, several times. Medians.
 *
 * @throws when the table does not answer.
 */
export async function measureTable(browser: Browser, url: string): Promise<TableMeasure> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(answerMsMax);
  try {
    await page.goto(url, { waitUntil: "networkidle" });
    const filter = page.getByRole("searchbox").first();
    const head = page.getByRole("columnheader", { name: "Next step" }).getByRole("link");
    await filter.fill(typedBefore);
    await page.waitForURL(({ searchParams }) => searchParams.get("q") === typedBefore);
    const filterTimes: number[] = [];
    const sortTimes: number[] = [];
    for (let at = 0; at < repetitions; at += 1) {
      await filter.press("End");
      filterTimes.push(await timeToPaint(page, "keydown", () => filter.press(String(at + 1))));
      await timeToPaint(page, "keydown", () => filter.press("Backspace"));
      sortTimes.push(await timeToPaint(page, "pointerdown", () => head.click()));
    }
    return { filterMs: median(filterTimes), sortMs: median(sortTimes) };
  } finally {
    await page.close();
  }
}

/** From the event in the page to the frame after the last change that the answer made. */
async function timeToPaint(page: Page, event: string, act: () => Promise<void>): Promise<number> {
  // The watch stands before anything is done, and is asked afterwards.
  const watch = await page.evaluateHandle(watchTable, { event, answerMsMax });
  await act();
  return page.evaluate(({ painted }) => painted, watch);
}

/** Runs in the page. */
function watchTable({ event, answerMsMax: waitMs }: { readonly event: string; readonly answerMsMax: number }) {
  const painted = new Promise<number>((resolve, reject) => {
    const asked = window.location.href;
    let start = 0;
    let last = 0;
    window.addEventListener(event, (begun) => (start = begun.timeStamp), { once: true, capture: true });
    const observer = new MutationObserver(() => {
      requestAnimationFrame(() => setTimeout(() => (last = performance.now())));
    });
    // Not the table alone: where nothing matches, there is none.
    const content = document.querySelector("main") ?? document.body;
    observer.observe(content, { subtree: true, childList: true, characterData: true });
    // Answered under another address, and not changed for half a second, it is done.
    const timer = setInterval(() => {
      const isDone = start > 0 && last > start && window.location.href !== asked && performance.now() - last > 500;
      const isLate = start > 0 && performance.now() - start > waitMs;
      if (!isDone && !isLate) return;
      clearInterval(timer);
      observer.disconnect();
      if (isDone) resolve(last - start);
      else reject(new Error(`Within ${waitMs} ms no other rows came to ${asked}.`));
    }, 50);
  });
  return { painted };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
