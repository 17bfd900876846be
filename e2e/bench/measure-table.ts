import type { Browser, Page } from "@playwright/test";

/** TableMeasure is how long a table takes from what a reader does until the rows that answer it are painted. */
export interface TableMeasure {
  /** A letter that leaves a few rows. */
  readonly narrowFilterMs: number;
  /** A letter that leaves more than a page of rows. */
  readonly wideFilterMs: number;
  readonly sortMs: number;
}

const repetitions = 7;
const answerMsMax = 15_000;
const rowsOfPage = 50;
// A digit alone is somewhere in every line of the large organization, and would change nothing. Its repositories have
// numbers of five digits: after the first text the digit leaves ten or fewer, after the second, a thousand.
const narrowBefore = "repository-000";
const wideBefore = "repository-0";

/**
 * measureTable sorts the whole table of a page, and types a letter into its filter, several times. Medians.
 *
 * @throws when the table does not answer, or has fewer rows than a page where it should fill one.
 */
export async function measureTable(browser: Browser, url: string): Promise<TableMeasure> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(answerMsMax);
  try {
    await page.goto(url, { waitUntil: "networkidle" });
    const head = page.getByRole("columnheader", { name: "Next step" }).getByRole("link");
    // Before anything is filtered: the server has all rows to arrange.
    const sortTimes: number[] = [];
    for (let at = 0; at < repetitions; at += 1) {
      sortTimes.push(await timeToPaint(page, "pointerdown", () => head.click()));
    }
    const narrowFilterMs = await measureFilter(page, narrowBefore, (at) => String(at + 1));
    const wideFilterMs = await measureFilter(page, wideBefore, () => "1");
    await requireFullPage(page);
    return { narrowFilterMs, wideFilterMs, sortMs: median(sortTimes) };
  } finally {
    await page.close();
  }
}

async function measureFilter(page: Page, before: string, letterAt: (at: number) => string): Promise<number> {
  const filter = page.getByRole("searchbox").first();
  await filter.fill(before);
  await page.waitForURL(({ searchParams }) => searchParams.get("q") === before);
  const times: number[] = [];
  for (let at = 0; at < repetitions; at += 1) {
    await filter.press("End");
    times.push(await timeToPaint(page, "keydown", () => filter.press(letterAt(at))));
    await timeToPaint(page, "keydown", () => filter.press("Backspace"));
  }
  return median(times);
}

/** What the wide filter leaves is a page of rows and not a few. */
async function requireFullPage(page: Page): Promise<void> {
  const filter = page.getByRole("searchbox").first();
  await filter.press("End");
  await timeToPaint(page, "keydown", () => filter.press("1"));
  const rows = await page.locator("main tbody tr").count();
  if (rows < rowsOfPage) throw new Error(`The wide filter left ${rows} rows, and not ${rowsOfPage}.`);
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
