import { describe, expect, it } from "vitest";
import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { contextOf, daysAgo, judge, outcomes } from "../testing/judge.ts";
import { fixOf, nixProblems } from "../testing/parse-fix.ts";
import { helpersAvoided } from "./check.ts";

function flakeOf(inputs: string): string {
  return `{ inputs = { ${inputs} }; outputs = inputs: { }; }`;
}

function outcomeOf(inputs: string, lock?: string) {
  const files = lock === undefined ? {} : { "flake.lock": lock };
  return outcomes(helpersAvoided, { "flake.nix": flakeOf(inputs), ...files })["."];
}

describe("helpers-avoided", () => {
  it.each([
    "github:numtide/flake-utils",
    "github:Hercules-CI/Flake-Parts/main",
    "https://flakehub.com/f/hercules-ci/flake-parts/0.1",
    "git+https://github.com/numtide/flake-utils.git",
    "git+ssh://git@github.com/numtide/flake-utils?ref=main",
    "https://github.com/numtide/flake-utils/archive/main.tar.gz",
  ])("fails for %s under any name", (url) => {
    expect(outcomeOf(`utils.url = "${url}";`)).toBe("fail");
  });

  it.each([
    "github:acme/flake-utils",
    "github:numtide/treefmt-nix",
    "https://example.org/numtide/flake-utils/x.tar.gz",
  ])("passes for %s", (url) => {
    expect(outcomeOf(`flake-utils.url = "${url}";`)).toBe("pass");
  });

  it("names all helpers, each with its line", () => {
    const flake = `{
      inputs.utils.url = "github:numtide/flake-utils";
      inputs.parts.url = "github:hercules-ci/flake-parts";
      outputs = inputs: { };
    }`;

    expect(judge(helpersAvoided, { "flake.nix": flake })).toEqual([
      {
        subject: ".",
        outcome: "fail",
        summary: "parts, utils only shape outputs",
        evidence: [
          { path: "flake.nix", line: 3 },
          { path: "flake.nix", line: 2 },
        ],
      },
    ]);
  });

  it("says so where a helper serves only to go through systems", () => {
    const flake = (body: string) => `{
      inputs.utils.url = "github:numtide/flake-utils";
      inputs.systems.url = "github:nix-systems/default";
      outputs = { self, nixpkgs, utils, systems }: ${body};
    }`;
    const summaryOf = (body: string) => judge(helpersAvoided, { "flake.nix": flake(body) })[0]?.summary;

    expect(summaryOf("utils.lib.eachDefaultSystem (system: { })")).toBe(
      "systems, utils serve only to go through systems",
    );
    expect(summaryOf("{ a = utils.lib.mkApp { }; }")).toBe("systems, utils only shape outputs");
  });

  it("replaces it by a function over the flake's own systems, for the outputs that it has, in Nix that parses", () => {
    const flake = `{
      inputs.utils.url = "github:numtide/flake-utils";
      inputs.pkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
      outputs = { self, pkgs, utils }: utils.lib.eachSystem [ "riscv64-linux" "x86_64-linux" ] (system: {
        devShells.default = pkgs.mkShell { };
        packages.default = pkgs.hello;
      });
    }`;
    const fix = fixOf(helpersAvoided, contextOf({ "flake.nix": flake }), ".");

    expect(fix?.text).toBe(`let
  supportedSystems = [ "riscv64-linux" "x86_64-linux" ];
  forEachSupportedSystem =
    f:
    pkgs.lib.genAttrs supportedSystems (
      system:
      f {
        inherit system;
        pkgs = import pkgs { inherit system; };
      }
    );
in
{
  packages = forEachSupportedSystem ({ pkgs, system }: { });
  devShells = forEachSupportedSystem ({ pkgs, system }: { });
}`);
    expect(nixProblems(fix?.text ?? "")).toEqual([]);
  });

  it("takes the systems of a list that is an input", () => {
    const flake = `{
      inputs.systems.url = "github:nix-systems/default-linux";
      inputs.nixpkgs.url = "github:NixOS/nixpkgs";
      outputs = { self, nixpkgs, systems }: { packages = nixpkgs.lib.genAttrs (import systems) (s: { }); };
    }`;

    expect(fixOf(helpersAvoided, contextOf({ "flake.nix": flake }), ".")?.text).toContain(
      `supportedSystems = [ "aarch64-linux" "x86_64-linux" ];`,
    );
  });

  it("replaces nothing that does more, nor without Nixpkgs or known systems", () => {
    const fixed = (inputs: string, outputs: string) =>
      fixOf(helpersAvoided, contextOf({ "flake.nix": `{ ${inputs} outputs = ${outputs}; }` }), ".");
    const utils = `inputs.utils.url = "github:numtide/flake-utils";`;
    const nixpkgs = `inputs.nixpkgs.url = "github:NixOS/nixpkgs";`;

    expect(fixed(`${utils} ${nixpkgs}`, "{ self, utils, nixpkgs }: { a = utils.lib.mkApp { }; }")).toBeNull();
    expect(fixed(utils, "{ self, utils }: utils.lib.eachDefaultSystem (s: { })")).toBeNull();
    expect(fixed(`${utils} ${nixpkgs}`, "{ self, utils, nixpkgs }: utils.lib.eachSystem self.x (s: { })")).toBeNull();
  });

  it("does not count a helper that comes in through another input", () => {
    const lock = lockText(
      { tool: "tool" },
      {
        tool: githubNode("acme", "tool", daysAgo(1), { "flake-utils": "flake-utils" }),
        "flake-utils": githubNode("numtide", "flake-utils", daysAgo(1)),
      },
    );

    expect(outcomeOf(`tool.url = "github:acme/tool";`, lock)).toBe("pass");
  });

  it("asks the lock where a bare name of the registry points, and is unknown without", () => {
    const flake = "{ outputs = { self, flake-utils }: { }; }";
    const lock = lockText(
      { "flake-utils": "flake-utils_2" },
      { "flake-utils_2": githubNode("numtide", "flake-utils", daysAgo(1)) },
    );

    expect(outcomes(helpersAvoided, { "flake.nix": flake, "flake.lock": lock })).toEqual({ ".": "fail" });
    expect(outcomes(helpersAvoided, { "flake.nix": flake })).toEqual({ ".": "unknown" });
  });

  it("is no pass while inputs may be unseen", () => {
    expect(outcomes(helpersAvoided, { "flake.nix": "symlink" })).toEqual({ ".": "unknown" });
    expect(outcomes(helpersAvoided, { "flake.nix": "{ inputs = " })).toEqual({ ".": "unknown" });
    expect(outcomeOf(`tool.url = "github:acme/" + "tool";`)).toBe("unknown");
  });

  it("goes by the lock where flake.nix is a link", () => {
    const nodes = { utils: githubNode("numtide", "flake-utils", daysAgo(1)) };

    expect(
      outcomes(helpersAvoided, { "flake.nix": "symlink", "flake.lock": lockText({ utils: "utils" }, nodes) }),
    ).toEqual({ ".": "fail" });
    expect(outcomes(helpersAvoided, { "flake.nix": "symlink", "flake.lock": lockText({}, {}) })).toEqual({
      ".": "pass",
    });
  });

  it("takes the list from the policy", () => {
    const context = contextOf({ "flake.nix": flakeOf(`utils.url = "github:numtide/flake-utils";`) });
    const policy = { ...context.policy, helperLibraries: [] };

    expect(helpersAvoided.evaluate({ ...context, policy })[0]?.outcome).toBe("pass");
  });

  it("does not apply without a flake", () => {
    expect(outcomes(helpersAvoided, {})).toEqual({ ".": "not-applicable" });
  });
});
