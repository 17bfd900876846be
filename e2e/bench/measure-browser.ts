import type { Browser, CDPSession, Page } from "@playwright/test";

/** BrowserMeasure is what one visit of a page costs a browser that has seen nothing yet. */
export interface BrowserMeasure {
  /** Of all scripts that the page asks for by itself, as they come over the network. */
  readonly scriptBytes: number;
  readonly largestPaintMs: number;
  /** Cumulative layout shift, https://web.dev/articles/cls. */
  readonly layoutShift: number;
}

// What still loads after the page has, such as links that come into view, comes within this time.
const settleMs = 700;

/** measureBrowser visits a page in a context of its own. */
export async function measureBrowser(browser: Browser, url: string): Promise<BrowserMeasure> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    // What Next fetches ahead for other pages is not this page's.
    await page.route("**/*", (route) => (route.request().headers().rsc === "1" ? route.abort() : route.continue()));
    const scripts = await countScripts(page);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(settleMs);
    return { scriptBytes: scripts.bytes(), ...(await page.evaluate(readPaint)) };
  } finally {
    await context.close();
  }
}

async function countScripts(page: Page): Promise<{ readonly bytes: () => number }> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return { bytes: () => bytes };
}

/** Runs in the page. */
async function readPaint(): Promise<{ readonly largestPaintMs: number; readonly layoutShift: number }> {
  const entriesOf = (type: string): Promise<readonly PerformanceEntry[]> =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      setTimeout(() => resolve([]), 200);
    });
  const largest = (await entriesOf("largest-contentful-paint")).at(-1)?.startTime ?? Number.NaN;
  const shifts = await entriesOf("layout-shift");
  const layoutShift = shifts.reduce((sum, entry) => sum + ("value" in entry ? Number(entry.value) : 0), 0);
  return { largestPaintMs: largest, layoutShift };
}
