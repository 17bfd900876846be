import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { contextOf, judge, outcomes } from "../testing/judge.ts";
import { fixOf } from "../testing/parse-fix.ts";
import { releasesPublished } from "./check.ts";

const offering = { "flake.nix": "{ outputs = { self }: { packages.x86_64-linux.default = self.x; }; }" };
const shell = { "flake.nix": "{ outputs = { self }: { devShells.x86_64-linux.default = self.x; }; }" };
const push = "{ uses: DeterminateSystems/flakehub-push@v6, with: { visibility: private, rolling: true } }";
const workflow = { ".github/workflows/p.yml": `on: push\njobs:\n  a:\n    steps:\n      - ${push}\n` };

describe("releases-published", () => {
  it("passes where a workflow publishes, and says how and to whom", () => {
    expect(judge(releasesPublished, { ...offering, ...workflow })).toEqual([
      {
        subject: ".",
        outcome: "pass",
        summary: "flakehub-push publishes rolling releases, private",
        evidence: [{ path: ".github/workflows/p.yml", line: 5 }],
      },
    ]);
  });

  it("fails where something is offered and nothing publishes it", () => {
    expect(judge(releasesPublished, offering)).toEqual([
      {
        subject: ".",
        outcome: "fail",
        summary: "the flake offers packages, and no workflow publishes releases of it",
        evidence: [{ path: "flake.nix", line: 1 }],
      },
    ]);
  });

  it("does not apply where there is only a development shell, or no flake", () => {
    expect(outcomes(releasesPublished, shell)).toEqual({ ".": "not-applicable" });
    expect(outcomes(releasesPublished, {})).toEqual({ ".": "not-applicable" });
  });

  it("is unknown where the outputs, or a workflow, cannot be seen", () => {
    const hidden = { "flake.nix": "{ outputs = inputs: inputs.lib.make inputs; }" };

    expect(outcomes(releasesPublished, hidden)).toEqual({ ".": "unknown" });
    expect(outcomes(releasesPublished, { ...offering, ".github/workflows/p.yml": "on: [" })).toEqual({
      ".": "unknown",
    });
  });

  it("offers a private workflow for a private repository, a public one for a public one", () => {
    const context = contextOf({ ...offering, "nix/flake.nix": offering["flake.nix"] });
    const steps = (visibility: "private" | "public") => {
      const fix = fixOf(releasesPublished, { ...context, repository: { ...context.repository, visibility } }, ".");
      return parse(fix?.text ?? "").jobs.publish.steps.slice(2);
    };

    expect(steps("private")).toEqual([
      { uses: "DeterminateSystems/flakehub-push@v6", with: { visibility: "private", rolling: true } },
      { uses: "DeterminateSystems/flakehub-push@v6", with: { visibility: "private", rolling: true, directory: "nix" } },
    ]);
    expect(steps("public")[0].with.visibility).toBe("public");
  });
});
