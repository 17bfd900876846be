import { describe, expect, it } from "vitest";
import { buildsWithNix, nixCommands } from "./nix-commands.ts";

describe("nixCommands", () => {
  it.each([
    ["nix build", [["build"]]],
    ["sudo /usr/bin/nix -L build .#app # all of it", [["-L", "build", ".#app"]]],
    ["cd x && nix flake check; nix fmt", [["flake", "check"], ["fmt"]]],
    ["nix \\\n  flake \\\r\n  update", [["flake", "update"]]],
    ['OUT="$(nix build --print-out-paths)"', [["build", "--print-out-paths"]]],
    ["nix-build -A app | cachix push acme", [["nix-build", "-A", "app"]]],
    ["# nix build\necho nix build", []],
    ["phoenix build; nixfmt .; unix nix", [[]]],
  ])("finds them in %j", (script, commands) => {
    expect(nixCommands(script)).toEqual(commands);
  });

  it("takes time in proportion to a script of one word", () => {
    const before = process.cpuUsage();

    expect(buildsWithNix("nix -x ".repeat(20_000))).toBe(false);
    expect(buildsWithNix("nix -x\n".repeat(20_000))).toBe(false);
    expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(5);
  });
});

describe("buildsWithNix", () => {
  it.each([
    "nix build",
    "nix --extra-experimental-features 'nix-command flakes' build .#app",
    "nix --option sandbox false flake check -L",
    "nix develop --command make",
    "nix develop -c bash -e {0}",
    "nix-shell --run make",
  ])("sees that %j builds, checks or enters something", (script) => {
    expect(buildsWithNix(script)).toBe(true);
  });

  it.each(["nix --version", "nix flake update", "nix profile install nixpkgs#jq", "nix flake show", "npm run build"])(
    "sees that %j does not",
    (script) => {
      expect(buildsWithNix(script)).toBe(false);
    },
  );
});
