import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { toAppError } from "#lib/errors/app-error.ts";
import { buildApplication } from "./build-application.ts";
import { findChromium } from "./chromium.ts";
import { root } from "./ensure-installed.mjs";
import { runProgram } from "./run-program.ts";

/** Tally is how many tests of a part passed and failed. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** Part is one part of the tests. A part that cannot even run counts as one failure, and the next one goes on. */
interface Part {
  readonly name: string;
  run(): Promise<Tally>;
}

const outputDirectory = join(root, "e2e/output");
const node = process.execPath;
const bin = (path: string): string => join(root, "node_modules", path);

const parts: readonly Part[] = [
  check("Format and lint", [bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]),
  check("Types", [bin("typescript/bin/tsc")]),
  check("Unused code", [bin("knip/bin/knip.js")]),
  { name: "Unit and integration", run: runUnitTests },
  { name: "Build", run: build },
  { name: "Browser", run: runBrowserTests },
];

function check(name: string, args: readonly string[]): Part {
  return {
    name,
    async run() {
      await runProgram(name, node, args);
      return { passed: 1, failed: 0 };
    },
  };
}

async function build(): Promise<Tally> {
  await buildApplication();
  return { passed: 1, failed: 0 };
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });

async function runUnitTests(): Promise<Tally> {
  const reportPath = join(outputDirectory, "unit.json");
  const args = [
    bin("vitest/vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${reportPath}`,
  ];
  return runReported("the unit tests", args, reportPath, (report) => {
    const { numPassedTests, numFailedTests, success } = vitestReport.parse(report);
    // A file that cannot be loaded has no failed test, but it is a failure.
    return { passed: numPassedTests, failed: success ? numFailedTests : Math.max(1, numFailedTests) };
  });
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

async function runBrowserTests(): Promise<Tally> {
  const chromium = await findChromium();
  process.stderr.write(`  Chromium: ${chromium.words}\n`);
  const reportPath = join(outputDirectory, "browser.json");
  const args = [bin("@playwright/test/cli.js"), "test", "--config", "e2e/playwright.config.ts"];
  const environment = {
    PLAYWRIGHT_JSON_OUTPUT_NAME: reportPath,
    ...(chromium.path === null ? {} : { FLAKEBOARD_TEST_CHROMIUM: chromium.path }),
  };
  return runReported(
    "the browser tests",
    args,
    reportPath,
    (report) => {
      const { expected, unexpected, flaky } = playwrightReport.parse(report).stats;
      return { passed: expected, failed: unexpected + flaky };
    },
    environment,
  );
}

/** Runs a test runner, and takes its counts from its report even when it ends with failures. */
async function runReported(
  name: string,
  args: readonly string[],
  reportPath: string,
  tallyOf: (report: unknown) => Tally,
  environment: Readonly<Record<string, string>> = {},
): Promise<Tally> {
  rmSync(reportPath, { force: true });
  try {
    await runProgram(name, node, args, environment);
  } catch (error) {
    if (!existsSync(reportPath)) throw error;
    process.stderr.write(`${toAppError(error).message}\n`);
  }
  return tallyOf(JSON.parse(readFileSync(reportPath, "utf8")));
}

mkdirSync(outputDirectory, { recursive: true });
let passed = 0;
let failed = 0;
for (const [index, part] of parts.entries()) {
  const place = `[${index + 1}/${parts.length}] ${part.name}`;
  process.stderr.write(`${place} …\n`);
  const started = performance.now();
  try {
    const tally = await part.run();
    passed += tally.passed;
    failed += tally.failed;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stderr.write(`${place}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)\n`);
  } catch (error) {
    failed += 1;
    process.stderr.write(`${place}: ${toAppError(error).message}\n`);
  }
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
