import { describe, expect, it } from "vitest";
import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { dayNumber, dayOf } from "#lib/model/instant.ts";
import { askedChecks } from "./registry.ts";
import { tallyOf } from "./tally.ts";
import { asOf, contextOf, daysAgo } from "./testing/judge.ts";

const flake = "{ outputs = inputs: { }; }";

function tallyOfSteps(steps: readonly string[], flakeText = flake) {
  const lines = steps.map((step) => `      - ${step}\n`).join("");
  const workflow = `on: push\njobs:\n  ci:\n    steps:\n${lines}`;
  return tallyOf(contextOf({ "flake.nix": flakeText, ".github/workflows/ci.yml": workflow }));
}

describe("tallyOf", () => {
  it("counts main flakes, and among their direct inputs those of the organization itself", () => {
    const files = {
      "flake.nix": `{
        inputs.nixpkgs.url = "github:NixOS/nixpkgs";
        inputs.shells.url = "github:Acme/shells";
        inputs.modules.url = "https://flakehub.com/f/acme/modules/0.1";
        inputs.same.follows = "shells";
        inputs.inside.url = "path:./nix";
        inputs.named.url = "flake:somewhere";
        outputs = inputs: { };
      }`,
      "nix/flake.nix": flake,
      "templates/rust/flake.nix": '{ inputs.shells.url = "github:acme/shells"; outputs = inputs: { }; }',
    };
    expect(tallyOf(contextOf(files))).toMatchObject({
      mainFlakes: 2,
      directInputs: 4,
      internalInputs: 2,
      unclearInputs: 1,
    });
  });

  it("calls every input unclear where nobody says to whom the repository belongs", () => {
    const context = contextOf({ "flake.nix": '{ inputs.a.url = "github:acme/a"; outputs = inputs: { }; }' });

    expect(tallyOf({ ...context, repository: { ...context.repository, owner: null } })).toMatchObject({
      directInputs: 1,
      internalInputs: 0,
      unclearInputs: 1,
    });
  });

  it("names the checks that were asked with it, which one that is turned off or on changes", () => {
    const context = contextOf({ "flake.nix": flake });
    const off = { ...context, policy: { ...context.policy, checksOff: ["inputs-fresh"] } };

    expect(tallyOf(context).askedBy).toBe(askedChecks(context.policy).askedBy);
    expect(tallyOf(off).askedBy).not.toBe(tallyOf(context).askedBy);
    expect(askedChecks(off.policy).ids).not.toContain("inputs-fresh");
  });

  it("keeps the days on which inputs were locked, but for those whose age is unknown", () => {
    const inputs = `a.url = "github:o/a"; b.url = "github:o/b"; c.url = "github:o/c"; d.url = "github:o/d";`;
    const node = (days: number) => githubNode("o", "r", daysAgo(days));
    const nodes = { a: node(40), b: node(3.5), c: node(-2), d: githubNode("o", "d", 0) };
    const lock = lockText({ a: "a", b: "b", c: "c", d: "d" }, nodes);
    const files = { "flake.nix": `{ inputs = { ${inputs} }; outputs = i: { }; }`, "flake.lock": lock };
    const today = dayNumber(dayOf(asOf));

    expect(tallyOf(contextOf(files))).toMatchObject({ directInputs: 4, inputLockedDays: [today - 40, today - 4] });
  });

  it.each([
    [
      "private",
      ["uses: DeterminateSystems/flakehub-cache-action@v3", "{ uses: cachix/cachix-action@v16, with: { name: acme } }"],
    ],
    ["ambiguous", ["{ uses: cachix/cachix-action@v16, with: { name: acme } }"]],
    ["ci-only", ["uses: DeterminateSystems/magic-nix-cache-action@v13"]],
    ["none", ["run: nix build"]],
    ["unknown", ["uses: ./gone/nix-cache"]],
  ])("says %s of the most private cache of a workflow", (cacheClass, steps) => {
    expect(tallyOfSteps(steps).cacheClass).toBe(cacheClass);
  });

  it("says public of a repository that names only caches that the policy knows as public", () => {
    const text = '{ nixConfig.extra-substituters = [ "https://cache.nixos.org/" ]; outputs = inputs: { }; }';

    expect(tallyOfSteps(["run: nix build"], text).cacheClass).toBe("public");
  });

  it("says unknown of a list of caches that Nix computes, and not none", () => {
    const text = "{ nixConfig.extra-substituters = import ./caches.nix; outputs = inputs: { }; }";

    expect(tallyOfSteps(["run: nix build"], text).cacheClass).toBe("unknown");
  });
});
