import { describe, expect, it } from "vitest";
import { viewPageOf, viewQueryOf } from "./view-page.ts";

function queryOf(path: string, search: string): string | null {
  const page = viewPageOf(path);
  return page === null ? null : viewQueryOf(page, new URLSearchParams(search));
}

describe("viewPageOf", () => {
  it("writes one page in one way, however its address was escaped", () => {
    const page = "inputs/github:nixos~1nixpkgs";
    expect(viewPageOf("inputs/github:nixos~1nixpkgs")?.page).toBe(page);
    expect(viewPageOf("inputs/github%3Anixos%7E1nixpkgs")?.page).toBe(page);
    expect(viewPageOf("teams/caf%C3%A9")?.page).toBe(viewPageOf("teams/café")?.page);
  });

  it("knows the overview and pages below others", () => {
    expect(viewPageOf("")?.page).toBe("");
    expect(viewPageOf("inputs/flakes")?.parameters).toContain("place");
    expect(viewPageOf("repositories/ledger/graph")?.parameters).toContain("flake");
  });

  it.each([
    "settings",
    "repositories/",
    "repositories/..",
    "teams/%2e%2e",
    "repositories/a/b/c",
    "teams/%E0%A4%A",
    "teams/a%00b",
    `teams/${"a".repeat(901)}`,
    "//evil.example",
  ])("knows no page at %j", (path) => {
    expect(viewPageOf(path)).toBeNull();
  });

  it("keeps a slash in a name inside its part", () => {
    expect(viewPageOf("teams/%2F%2Fevil.example")?.page).toBe("teams/%2F%2Fevil.example");
  });
});

describe("viewQueryOf", () => {
  it("keeps only what the page knows, in one order, without its place in the rows", () => {
    expect(queryOf("repositories", "stage=packaging&utm_source=x&page=3&team=payments&format=csv&q=")).toBe(
      "team=payments&stage=packaging",
    );
    expect(queryOf("trends", "team=web&range=6m&team=platform&metric=adoption")).toBe(
      "metric=adoption&team=web&team=platform&range=6m",
    );
  });

  it("drops what is too long or cannot be seen, and escapes everything else", () => {
    expect(queryOf("repositories", `q=${"a".repeat(301)}&team=a%00b&has=%E2%80%AEflake`)).toBe("");
    expect(queryOf("repositories", "q=%22%3E%3Cscript%3E%26team%3Dx")).toBe("q=%22%3E%3Cscript%3E%26team%3Dx");
  });
});
