import { describe, expect, it } from "vitest";
import { settingsPath } from "./repository-settings.ts";
import { factsOf } from "./testing/snapshot-fixture.ts";

const flake = "{ outputs = inputs: { }; }";

function directories(exclude: string): readonly string[] {
  const files = {
    "flake.nix": flake,
    "vendor/a/flake.nix": flake,
    "vendored/flake.nix": flake,
    "nix/flake.nix": flake,
  };
  return factsOf({ ...files, [settingsPath]: `exclude: ${exclude}\n` }).flakes.map(({ directory }) => directory);
}

describe("paths that a repository excludes", () => {
  it.each([
    ["[vendor]", [".", "nix", "vendored"]],
    ["[vendor/]", [".", "nix", "vendored"]],
    ["[./vendor/a]", [".", "nix", "vendored"]],
    ["[vendor/a/flake.nix, nix]", [".", "vendored"]],
    ["[/flake.nix]", ["nix", "vendor/a", "vendored"]],
    ["[missing]", [".", "nix", "vendor/a", "vendored"]],
  ])("%s are not observed", (exclude, expected) => {
    expect(directories(exclude)).toEqual(expected);
  });
});
