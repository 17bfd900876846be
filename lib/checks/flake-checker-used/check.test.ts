import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { contextOf, daysAgo, judge, outcomes } from "../testing/judge.ts";
import { fixOf } from "../testing/parse-fix.ts";
import { flakeCheckerUsed } from "./check.ts";

const flake = {
  "flake.nix": `{ inputs.nixpkgs.url = "github:NixOS/nixpkgs"; outputs = inputs: { }; }`,
  "flake.lock": lockText({ nixpkgs: "nixpkgs" }, { nixpkgs: githubNode("NixOS", "nixpkgs", daysAgo(3)) }),
};

const workflow = (step: string) => ({
  ".github/workflows/ci.yml": `on: push\njobs:\n  a:\n    steps:\n      - ${step}\n`,
});

describe("flake-checker-used", () => {
  it("passes where it runs, and says whether it fails the run", () => {
    const enforced = "{ uses: DeterminateSystems/flake-checker-action@v12, with: { fail-mode: true } }";

    expect(judge(flakeCheckerUsed, { ...flake, ...workflow(enforced) })[0]).toMatchObject({
      outcome: "pass",
      summary: "the flake-checker action looks at Nixpkgs and fails the run",
    });
    expect(judge(flakeCheckerUsed, { ...flake, ...workflow("run: flake-checker") })[0]?.summary).toBe(
      "the flake-checker command looks at Nixpkgs and warns",
    );
  });

  it("fails where nothing runs it, and offers a workflow for every lock", () => {
    const files = { ...flake, "nix/flake.nix": flake["flake.nix"], "nix/flake.lock": flake["flake.lock"] };
    const fix = fixOf(flakeCheckerUsed, contextOf(files), ".");

    expect(outcomes(flakeCheckerUsed, files)).toEqual({ ".": "fail" });
    expect(parse(fix?.text ?? "").on.pull_request.paths).toEqual(["flake.lock", "nix/flake.lock"]);
    const mended = { ...files, [fix?.path ?? ""]: fix?.text ?? "" };
    expect(flakeCheckerUsed.evaluate(contextOf(mended))[0]?.outcome).toBe("pass");
  });

  it("is unknown where a workflow cannot be read", () => {
    expect(outcomes(flakeCheckerUsed, { ...flake, ".github/workflows/ci.yml": "on: [" })).toEqual({ ".": "unknown" });
  });

  it("does not apply without Nixpkgs, or without a flake", () => {
    const other = `{ inputs.a.url = "github:acme/a"; outputs = inputs: { }; }`;

    expect(outcomes(flakeCheckerUsed, { "flake.nix": other })).toEqual({ ".": "not-applicable" });
    expect(outcomes(flakeCheckerUsed, {})).toEqual({ ".": "not-applicable" });
  });
});
