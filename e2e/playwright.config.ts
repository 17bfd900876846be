import { defineConfig } from "@playwright/test";
import { testServerUrl } from "./test-server.ts";

/** A browser of the system, when one was found; otherwise the one that Playwright keeps. */
// biome-ignore lint/style/noProcessEnv: a setting of the test run
const executablePath = process.env.FLAKEBOARD_TEST_CHROMIUM;

export default defineConfig({
  testDir: "journeys",
  outputDir: "output/journeys",
  reporter: [["list"], ["json"]],
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  // What a person asks for waits while the same process scans or rebuilds the past, on a small machine for seconds.
  expect: { timeout: 20_000 },
  globalSetup: "./global-setup.ts",
  use: {
    baseURL: testServerUrl,
    timezoneId: "UTC",
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // As root, Chromium has no sandbox to offer; the other flags keep it from calling out.
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
