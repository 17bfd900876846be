import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { contextOf } from "../testing/judge.ts";
import { fixOf } from "../testing/parse-fix.ts";
import { updatesAutomated } from "./check.ts";

const branch = `{ inputs.nixpkgs.url = "github:NixOS/nixpkgs"; outputs = inputs: { }; }`;
const release = `{ inputs.nixpkgs.url = "https://flakehub.com/f/NixOS/nixpkgs/0.1"; outputs = inputs: { }; }`;

describe("what mends updates-automated", () => {
  it("is a Dependabot block with the folders of this repository's flakes", () => {
    const fix = fixOf(updatesAutomated, contextOf({ "flake.nix": branch, "ci/flake.nix": branch }), ".");

    expect(fix?.path).toBe(".github/dependabot.yml");
    expect(parse(fix?.text ?? "")).toEqual({
      version: 2,
      updates: [{ "package-ecosystem": "nix", directories: ["/", "/ci"], schedule: { interval: "weekly" } }],
    });
  });

  it("is the update workflow where Dependabot would not reach an input, and mends the finding", () => {
    const files = { "flake.nix": release, "nix/a b/flake.nix": release };
    const fix = fixOf(updatesAutomated, contextOf(files), ".");
    const workflow = parse(fix?.text ?? "");

    expect(Object.keys(workflow.jobs)).toEqual(["lock", "lock-nix-a-b"]);
    expect(workflow.permissions).toEqual({ contents: "write", "pull-requests": "write" });
    const mended = { ...files, [fix?.path ?? ""]: fix?.text ?? "" };
    expect(updatesAutomated.evaluate(contextOf(mended))[0]?.outcome).toBe("pass");
  });

  it("is nothing where nothing fails", () => {
    expect(fixOf(updatesAutomated, contextOf({}), ".")).toBeNull();
  });
});
