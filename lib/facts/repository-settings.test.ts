import { describe, expect, it } from "vitest";
import { settingsPath } from "./repository-settings.ts";
import { type FixtureFile, factsOf } from "./testing/snapshot-fixture.ts";

function settings(file: FixtureFile) {
  return factsOf({ [settingsPath]: file }).settings;
}

describe("the settings file of a repository", () => {
  it("gives excluded paths, and waivers with their line", () => {
    const text = `owner: payments
exclude: [vendor/, third-party]
waivers:
  - check: inputs-fresh
    subject: ./nixpkgs
    reason: The audit needs this revision until spring.
    expires: 2027-03-31
`;

    expect(settings(text)).toEqual({
      status: "ok",
      path: settingsPath,
      excludedPaths: ["vendor/", "third-party"],
      waivers: [
        {
          checkId: "inputs-fresh",
          subject: "./nixpkgs",
          reason: "The audit needs this revision until spring.",
          expiresOn: "2027-03-31",
          evidence: { path: settingsPath, line: 4 },
        },
      ],
    });
  });

  it("applies nothing where a key stands twice, in the file or in a waiver: one of the two would be lost", () => {
    const waiver = "waivers:\n  - check: lock-valid\n    reason: known\n    expires: 2027-01-31\n";
    const twice = (key: string, line: number) => ({
      status: "invalid",
      path: settingsPath,
      problems: [{ message: `${key}: is given twice`, line }],
    });

    expect(settings(`${waiver}${waiver}`)).toEqual(twice("waivers", 5));
    expect(settings(`${waiver}    reason: known well\n`)).toEqual(twice("reason", 5));
    expect(settings("waivers: &w\n  - waivers: *w\n")).toMatchObject({ status: "invalid" });
  });

  it("may be empty, or name an owner only", () => {
    for (const text of ["", "# nothing\n", "owner: web\n", "exclude:\nwaivers:\n"]) {
      expect(settings(text)).toEqual({ status: "ok", path: settingsPath, excludedPaths: [], waivers: [] });
    }
  });

  it.each([
    ["exclude: [a]\nwaiver: []\n", "the file", null],
    ["waivers:\n  - check: inputs-fresh\n    reason: because\n", "waivers.0.expires", 2],
    ["waivers:\n  - check: Inputs Fresh\n    reason: because\n    expires: 2027-01-01\n", "waivers.0.check", 2],
    ["waivers:\n  - check: inputs-fresh\n    reason: x\n    expires: 2027-01-01\n", "waivers.0.reason", 3],
    ["waivers:\n  - check: inputs-fresh\n    reason: because\n    expires: soon\n", "waivers.0.expires", 4],
    ["exclude: vendor\n", "exclude", 1],
    ['exclude: [a, "b/**"]\n', "exclude.1", 1],
  ])("is refused whole with the place of each mistake: %j", (text, place, line) => {
    const found = settings(text);

    expect(found.status).toBe("invalid");
    if (found.status !== "invalid") return;
    expect(found.problems).toHaveLength(1);
    expect(found.problems[0]?.message.startsWith(`${place}: `)).toBe(true);
    expect(found.problems[0]?.line).toBe(line);
  });

  it.each<FixtureFile>(["waivers: [", "- a list", { isBinary: true }, { sizeBytes: 1e9 }])(
    "is refused where it cannot be read: %j",
    (file) => {
      expect(settings(file).status).toBe("invalid");
    },
  );

  it("is absent where there is none, or only a link", () => {
    expect(factsOf({}).settings).toEqual({ status: "absent" });
    expect(settings("symlink")).toEqual({ status: "absent" });
  });
});
