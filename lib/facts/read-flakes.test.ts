import { describe, expect, it } from "vitest";
import { readFlakes } from "./read-flakes.ts";
import { snapshotOf } from "./testing/snapshot-fixture.ts";

const flake = "{ outputs = inputs: { }; }";
const collection = `{ outputs = inputs: { templates.rust = { path = ./rust; description = "Rust"; }; }; }`;

describe("the role of a flake", () => {
  it("is what the organization's policy gives its folder, before what its path or a template tells", () => {
    const files = {
      "flake.nix": collection,
      "rust/flake.nix": flake,
      "tests/e2e/flake.nix": flake,
      "lab/flake.nix": flake,
    };
    const rolesByPath = [
      { pattern: "tests/**", role: "main" },
      { pattern: "rust", role: "main" },
      { pattern: "lab", role: "example" },
      { pattern: ".", role: "test" },
      { pattern: "lab", role: "main" },
    ] as const;

    const roles = readFlakes({ ...snapshotOf(files), rolesByPath }).map(({ directory, role }) => [directory, role]);

    expect(roles).toEqual([
      [".", "test"],
      ["lab", "example"],
      ["rust", "main"],
      ["tests/e2e", "main"],
    ]);
  });

  it("is told by its path, and by the flake that offers it as a template, without a policy", () => {
    const files = { "flake.nix": collection, "rust/flake.nix": flake, "tests/flake.nix": flake };

    expect(readFlakes(snapshotOf(files)).map(({ role }) => role)).toEqual(["main", "template", "test"]);
  });

  // devbox, colmena, and the checks of clan-core have such; devbox's are no Nix before they are filled in.
  it.each([
    ["{{ .URLForInput }}", "nixpkgs.legacyPackages.{{ .System }}"],
    ["%hive%", "{ }"],
    ["@nixpkgs@", "{ }"],
    ["https://__replace__", "{ }"],
  ])("is template where a program fills in the input %s", (url, outputs) => {
    const blank = `{ inputs.nixpkgs.url = "${url}"; outputs = { nixpkgs, ... }: ${outputs}; }`;

    expect(readFlakes(snapshotOf({ "plugins/php/flake.nix": blank })).map(({ role }) => role)).toEqual(["template"]);
  });

  it.each(["github:o/r?dir=a%20b%2Fc", "git+ssh://git@example.org/a@b", "https://example.org/__init__.tar.gz"])(
    "stays main for the whole URL %s",
    (url) => {
      const whole = `{ inputs.a.url = "${url}"; outputs = inputs: { }; }`;

      expect(readFlakes(snapshotOf({ "nix/flake.nix": whole })).map(({ role }) => role)).toEqual(["main"]);
    },
  );
});
