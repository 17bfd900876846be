import { describe, expect, it } from "vitest";
import { type FixtureFiles, factsOf } from "./testing/snapshot-fixture.ts";

function found(files: FixtureFiles) {
  return factsOf(files).nonFlake.map(({ kind, evidence }) => [kind, evidence.path, evidence.line]);
}

describe("Nix without a flake", () => {
  it.each([
    ["shell.nix", "shell.nix"],
    ["default.nix", "default.nix"],
    ["nix/sources.json", "niv"],
    ["npins/sources.json", "npins"],
    ["devenv.nix", "devenv"],
    ["devbox.json", "devbox"],
  ])("shows in %s at the root", (path, kind) => {
    expect(found({ [path]: "" })).toEqual([[kind, path, undefined]]);
    expect(found({ [`vendor/${path}`]: "" })).toEqual([]);
    expect(found({ [path]: "symlink" })).toEqual([]);
  });

  it.each([
    ["use nix", 1],
    ["use_nix", 1],
    ["# direnv\r\nuse nix -s shell.nix\r\n", 2],
    ["has nix && use nix", 1],
    ["if has nix; then use nix; fi", 1],
  ])("shows in .envrc: %j", (text, line) => {
    expect(found({ ".envrc": text })).toEqual([["use-nix", ".envrc", line]]);
  });

  it("shows in .envrc where lorri is loaded", () => {
    expect(found({ ".envrc": `eval "$(lorri direnv)"\n` })).toEqual([["lorri", ".envrc", 1]]);
  });

  it.each(["use flake", "# use nix", "echo use nix", "use nixpkgs", "use nix-direnv", "source_up # && use nix"])(
    "does not show in .envrc: %j",
    (text) => {
      expect(found({ ".envrc": text })).toEqual([]);
    },
  );
});

describe("a bridge for those who do not use flakes", () => {
  const bridge = `(import (
  let lock = builtins.fromJSON (builtins.readFile ./flake.lock); in
  fetchTarball {
    url = "https://github.com/edolstra/flake-compat/archive/\${lock.nodes.flake-compat.locked.rev}.tar.gz";
    sha256 = lock.nodes.flake-compat.locked.narHash;
  }
) { src = ./.; }).shellNix`;

  function bridges(files: FixtureFiles) {
    return factsOf(files).nonFlake.map(({ kind, isBridge }) => [kind, isBridge]);
  }

  it("loads the flake beside it, by flake-compat or by getFlake", () => {
    expect(bridges({ "flake.nix": "{ }", "shell.nix": bridge })).toEqual([["shell.nix", true]]);
    expect(
      bridges({
        "flake.nix": "{ }",
        "default.nix": "(builtins.getFlake (toString ./.)).packages.x86_64-linux.default",
      }),
    ).toEqual([["default.nix", true]]);
  });

  it.each([
    [
      "through names",
      "let compat = import ./nix/flake-compat.nix; in (import ./flake-compat.nix { src = ./.; }).defaultNix",
    ],
    [
      "through a let",
      "let flake-compat = fetchTarball { url = u; }; flake = import flake-compat { src = ./.; }; in flake.shellNix.default",
    ],
    [
      "as a function",
      `{ system ? builtins.currentSystem }: (builtins.getFlake (toString ./.)).devShells.\${system}.default`,
    ],
    [
      "in two parts of it that are joined",
      "let self = import ./flake-compat.nix { src = ./.; }; in self.devShells.default // self.devShells",
    ],
  ])("is one %s", (_, text) => {
    expect(bridges({ "flake.nix": "{ }", "shell.nix": text })).toEqual([["shell.nix", true]]);
  });

  it.each([
    [
      "a shell of its own",
      "let flake = builtins.getFlake (toString ./.); in pkgs.mkShell { inputsFrom = [ flake.x ]; }",
    ],
    ["something beside it", "(import ./flake-compat.nix { src = ./.; }).defaultNix // { extra = 1; }"],
    ["an override", "(import ./flake-compat.nix { src = ./.; }).shellNix.overrideAttrs (old: { })"],
    ["a name that is never said", "x.flake-compat"],
    ["a name that means itself", "let flake-compat = flake-compat // flake-compat; in flake-compat"],
  ])("is none with %s", (_, text) => {
    expect(bridges({ "flake.nix": "{ }", "shell.nix": text })).toEqual([["shell.nix", false]]);
  });

  it("is none without a flake, nor where a file does work of its own or only speaks of it", () => {
    expect(bridges({ "shell.nix": bridge })).toEqual([["shell.nix", false]]);
    expect(bridges({ "flake.nix": "{ }", "shell.nix": "# flake-compat\n{ pkgs }: pkgs.mkShell { }" })).toEqual([
      ["shell.nix", false],
    ]);
    expect(bridges({ "flake.nix": "{ }", "shell.nix": `${bridge}${"# x".repeat(2_000)}` })).toEqual([
      ["shell.nix", false],
    ]);
  });
});
