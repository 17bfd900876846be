import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createProgressLine, progressBar } from "./progress-bar.ts";

let written = "";
const isTerminal = process.stderr.isTTY;

beforeEach(() => {
  written = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    written += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  process.stderr.isTTY = isTerminal;
});

/** What is written of a bar that moves once in three looks. */
function showThrice(isTTY: boolean, isWanted: boolean): string {
  process.stderr.isTTY = isTTY;
  const line = createProgressLine(isWanted);
  for (const done of [1, 1, 2]) line.show(progressBar(done, 4));
  line.clear();
  return written;
}

it("a bar says how much is done, also of nothing", () => {
  expect(progressBar(1, 4)).toBe(`${"█".repeat(6)}${"░".repeat(18)} 1 of 4 repositories`);
  expect(progressBar(4, 4)).toBe(`${"█".repeat(24)} 4 of 4 repositories`);
  expect(progressBar(0, 0)).toBe(`${"░".repeat(24)} 0 of 0 repositories`);
});

it("is one line of a terminal, which is empty in the end", () => {
  const shown = [1, 1, 2].map((done) => `\r\u001b[K${progressBar(done, 4)}`).join("");

  expect(showThrice(true, false)).toBe(`${shown}\r\u001b[K`);
});

it("is not written where there is no terminal, unless it is wanted: then a line each time it moves", () => {
  expect(showThrice(false, false)).toBe("");
  expect(showThrice(false, true)).toBe(`${progressBar(1, 4)}\n${progressBar(2, 4)}\n`);
});
