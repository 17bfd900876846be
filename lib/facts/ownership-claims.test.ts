import { describe, expect, it } from "vitest";
import { inventoryPaths } from "#lib/providers/source-provider.ts";
import { codeownersPaths } from "./codeowners.ts";
import { settingsPath } from "./repository-settings.ts";
import { type FixtureFiles, factsOf } from "./testing/snapshot-fixture.ts";

function claims(files: FixtureFiles) {
  return factsOf(files).ownershipClaims;
}

function ownersOf(text: string) {
  return claims({ CODEOWNERS: text }).codeowners?.owners;
}

describe("CODEOWNERS", () => {
  it("is looked for in three places, of which the first that exists counts", () => {
    // GitHub's order: "About code owners", CODEOWNERS file location.
    const [first, second, third] = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"] as const;
    const all = { [third]: "* @acme/docs", [second]: "* @acme/root", [first]: "* @acme/github" };

    expect(claims(all).codeowners).toEqual({ evidence: { path: first, line: 1 }, owners: ["@acme/github"] });
    expect(claims({ ...all, [first]: "/src @acme/src" }).codeowners).toBeNull();
    expect(claims({ ...all, [first]: "" }).codeowners).toBeNull();
    expect(claims({ [third]: "* @acme/docs", [second]: "* @acme/root" }).codeowners?.owners).toEqual(["@acme/root"]);
    expect(claims({ [third]: "* @acme/docs" }).codeowners?.owners).toEqual(["@acme/docs"]);
  });

  it("is not passed over where it cannot be read", () => {
    expect(claims({ ".github/CODEOWNERS": "symlink", CODEOWNERS: "* @acme/root" }).codeowners).toBeNull();
    expect(claims({ ".github/CODEOWNERS": { isBinary: true }, CODEOWNERS: "* @acme/root" }).codeowners).toBeNull();
  });

  it("gives everything to the last rule that matches everything", () => {
    expect(ownersOf("* @acme/a\n/src @acme/b\n* @acme/c someone@example.com\n/docs @acme/d\n")).toEqual([
      "@acme/c",
      "someone@example.com",
    ]);
    expect(ownersOf("* @acme/a\n**/* @acme/b\n")).toEqual(["@acme/b"]);
  });

  it("takes ownership away with a rule without owners", () => {
    expect(ownersOf("* @acme/a\n*\n")).toEqual([]);
    expect(ownersOf("* # nobody\n")).toEqual([]);
  });

  it("may have comments, Windows line ends, tabs and a byte order mark", () => {
    expect(ownersOf("\uFEFF# owners\r\n\r\n*\t@acme/a  @acme/b # and more\r\n# * @acme/c\r\n")).toEqual([
      "@acme/a",
      "@acme/b",
    ]);
  });

  it.each(["*.js @acme/a", "/* @acme/a", "/src/** @acme/a", "src @acme/a", "#* @acme/a"])(
    "does not take a rule for a part as one for everything: %s",
    (text) => {
      expect(claims({ CODEOWNERS: text }).codeowners).toBeNull();
    },
  );
});

describe("the settings of a repository", () => {
  it.each([
    ["owner: payments", ["payments"]],
    ["owner: [payments, web]", ["payments", "web"]],
    ["owner:\r\n  - payments # since May\r\n", ["payments"]],
    ["owner: []", []],
    ["owner:", null],
    ["owner: 7", null],
    ["owner: { team: x }", null],
    ["owners: payments", null],
    ["owner: [", null],
    ["", null],
    ["__proto__: { owner: x }", null],
  ])("claim an owner: %j", (text, owners) => {
    expect(claims({ [settingsPath]: text }).settings).toEqual(owners);
  });

  it("claim nothing in another place, or as a link", () => {
    expect(claims({ "flakeboard.yml": "owner: a" }).settings).toBeNull();
    expect(claims({ [settingsPath]: "symlink" }).settings).toBeNull();
  });
});

it("asks for no file that the inventory does not list", () => {
  const root = codeownersPaths.filter((path) => !path.includes("/"));

  expect(new Set<string>([...inventoryPaths, ...root])).toEqual(new Set<string>([...codeownersPaths, settingsPath]));
});
