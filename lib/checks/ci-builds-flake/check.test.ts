import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { contextOf, judge, outcomes } from "../testing/judge.ts";
import { fixOf } from "../testing/parse-fix.ts";
import { ciBuildsFlake } from "./check.ts";

const flake = { "flake.nix": "{ outputs = inputs: { }; }" };
const path = ".github/workflows/ci.yml";
const workflow = (...steps: readonly string[]) => ({
  [path]: `on: push\njobs:\n  a:\n    steps:\n${steps.map((step) => `      - ${step}\n`).join("")}`,
});

describe("ci-builds-flake", () => {
  it("passes where a workflow, a service or an output builds", () => {
    expect(judge(ciBuildsFlake, { ...flake, ...workflow("run: nix flake check") })).toEqual([
      { subject: ".", outcome: "pass", summary: "a workflow builds with Nix", evidence: [{ path, line: 5 }] },
    ]);
    expect(judge(ciBuildsFlake, { ...flake, "garnix.yaml": "" })[0]?.summary).toBe("garnix builds with Nix");
    const hydra = { "flake.nix": "{ outputs = { self }: { hydraJobs.x = self.y; }; }" };
    expect(outcomes(ciBuildsFlake, hydra)).toEqual({ ".": "pass" });
  });

  it("fails where workflows have nothing to do with Nix", () => {
    expect(outcomes(ciBuildsFlake, { ...flake, ...workflow("run: npm test") })).toEqual({ ".": "fail" });
    expect(outcomes(ciBuildsFlake, flake)).toEqual({ ".": "fail" });
  });

  it("accuses nobody whose script runs after Nix was installed", () => {
    const hidden = workflow("uses: cachix/install-nix-action@v31", "run: ./ci.sh");

    expect(outcomes(ciBuildsFlake, { ...flake, ...hidden })).toEqual({ ".": "unknown" });
  });

  it("accuses nobody whose flake names an output of a service where outputs cannot be seen, as flake-parts itself does", () => {
    const hidden = (name: string) =>
      `{ outputs = inputs: (import ./lib.nix).mkFlake { partitionedAttrs.${name} = "dev"; }; }`;

    expect(outcomes(ciBuildsFlake, { "flake.nix": hidden("herculesCI") })).toEqual({ ".": "unknown" });
    expect(outcomes(ciBuildsFlake, { "flake.nix": hidden("checks") })).toEqual({ ".": "fail" });
  });

  it("does not apply without a flake", () => {
    expect(outcomes(ciBuildsFlake, workflow("run: npm test"))).toEqual({ ".": "not-applicable" });
  });

  it("offers a workflow that checks every flake, and mends the finding", () => {
    const files = { ...flake, "it's/flake.nix": flake["flake.nix"] };
    const fix = fixOf(ciBuildsFlake, contextOf(files), ".");

    expect(parse(fix?.text ?? "").jobs.check.steps.slice(2)).toEqual([
      { run: "nix flake check --print-build-logs" },
      { run: "nix flake check --print-build-logs ./'it'\\''s'" },
    ]);
    expect(ciBuildsFlake.evaluate(contextOf({ ...files, [fix?.path ?? ""]: fix?.text ?? "" }))[0]?.outcome).toBe(
      "pass",
    );
  });
});
