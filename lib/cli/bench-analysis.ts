/**
 * Measures the analysis of a whole repository, from texts to facts: ten flakes with files of their own, and a flake.lock
 * of 400 nodes in which many inputs follow others. Beside it stands what `nix-instantiate --parse` needs for the same
 * Nix files, which it only parses.
 *
 *     node lib/cli/bench-analysis.ts [--nix COMMAND]
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { extractFacts } from "#lib/facts/extract-facts.ts";
import type { SnapshotFiles } from "#lib/facts/snapshot-files.ts";
import type { TreeEntry } from "#lib/model/tree.ts";

const flakeCount = 10;
const nodeCount = 400;
/** The best of many passes is the one that other programs disturbed least; the first ones also warm up the compiler. */
const passes = 60;

const { values } = parseArgs({ options: { nix: { type: "string", default: "nix-instantiate" } } });
const texts = repositoryTexts();
const firstMs = passMs();
const bestMs = Math.min(...Array.from({ length: passes }, passMs));
const nixMs = nixParseMs(values.nix);
process.stdout.write(
  [
    `one repository: ${flakeCount} flakes in ${texts.size - 1} Nix files, a lock of ${nodeCount} nodes, ${kilobytes()} kB`,
    `texts to facts: ${bestMs.toFixed(1)} ms; the first time, with a cold compiler, ${firstMs.toFixed(1)} ms`,
    nixMs === null
      ? `${values.nix}: not installed, or it refuses one of the files`
      : `${values.nix} --parse, which parses only: ${nixMs.toFixed(1)} ms`,
    "",
  ].join("\n"),
);

function passMs(): number {
  // A new object each time: what is read once for a snapshot is read again.
  const files = snapshotOf(texts);
  const start = performance.now();
  extractFacts(files);
  return performance.now() - start;
}

function kilobytes(): string {
  return ([...texts.values()].reduce((sum, text) => sum + text.length, 0) / 1000).toFixed(0);
}

function snapshotOf(all: ReadonlyMap<string, string>): SnapshotFiles {
  const entry = (path: string): TreeEntry => ({ path, type: "file", oid: "", sizeBytes: null });
  return {
    entries: new Map([...all.keys()].map((path) => [path, entry(path)])),
    isComplete: true,
    texts: new Map([...all].map(([path, text]) => [path, { status: "text", text }])),
  };
}

function repositoryTexts(): ReadonlyMap<string, string> {
  const all = new Map([["flake.lock", lockText()]]);
  for (let index = 0; index < flakeCount; index++) {
    const folder = index === 0 ? "" : `services/service-${index}/`;
    all.set(`${folder}flake.nix`, flakeText(index));
    all.set(`${folder}nix/packages.nix`, packagesText(index));
    all.set(`${folder}nix/module.nix`, moduleText(index));
  }
  return all;
}

function flakeText(index: number): string {
  const inputs = Array.from(
    { length: 12 },
    (_, at) => `    input-${at} = {
      url = "github:owner-${at}/repository-${at}/v${index}.${at}";
      inputs.nixpkgs.follows = "nixpkgs";
    };`,
  );
  return `{
  description = "Service ${index}";
  inputs = {
    nixpkgs.url = "https://flakehub.com/f/NixOS/nixpkgs/0.1";
    flake-utils.url = "github:numtide/flake-utils";
${inputs.join("\n")}
  };
  nixConfig.extra-substituters = [ "https://acme.cachix.org" ];
  outputs = { self, nixpkgs, flake-utils, ... }@inputs:
    flake-utils.lib.eachDefaultSystem (system:
      let pkgs = import nixpkgs { inherit system; };
      in {
        packages = import ./nix/packages.nix { inherit pkgs; };
        devShells.default = pkgs.mkShell { packages = with pkgs; [ git jq nodejs ]; };
        checks = nixpkgs.lib.mapAttrs (name: package: package.tests) self.packages.\${system};
      }) // {
        nixosModules.default = import ./nix/module.nix;
        overlays.default = final: prev: { service-${index} = self.packages.\${final.system}.default; };
      };
}
`;
}

function packagesText(index: number): string {
  const packages = Array.from(
    { length: 20 },
    (_, at) => `  tool-${at} = pkgs.stdenv.mkDerivation {
    pname = "tool-${index}-${at}";
    version = "1.\${toString ${at}}";
    src = ./src;
    buildPhase = ''
      make PREFIX=$out -j''\${NIX_BUILD_CORES} \${if pkgs.stdenv.isLinux then "linux" else "other"}
    '';
  };`,
  );
  return `{ pkgs }:\n{\n${packages.join("\n")}\n  default = pkgs.hello;\n}\n`;
}

function moduleText(index: number): string {
  const options = Array.from(
    { length: 20 },
    (_, at) => `    option-${at} = lib.mkOption { type = lib.types.nullOr lib.types.str; default = null; };`,
  );
  return `{ config, lib, pkgs, ... }:
{
  options.services.service-${index} = {
${options.join("\n")}
  };
  config = lib.mkIf config.services.service-${index}.enable { environment.systemPackages = [ pkgs.hello ]; };
}
`;
}

/** Each node has two inputs of its own further on, and lets `nixpkgs` follow. */
function lockText(): string {
  const node = (at: number) => {
    const source = { owner: `owner-${at}`, repo: `repository-${at}`, type: "github" };
    const locked = { ...source, lastModified: 1_760_000_000 + at, narHash: "sha256-x", rev: "a".repeat(40) };
    const below = [2 * at + 1, 2 * at + 2].filter((next) => next < nodeCount).map((next) => [`i${next}`, `n${next}`]);
    return { inputs: { nixpkgs: ["nixpkgs"], ...Object.fromEntries(below) }, locked, original: source };
  };
  const nodes = Object.fromEntries(Array.from({ length: nodeCount }, (_, at) => [`n${at}`, node(at)]));
  return JSON.stringify({
    nodes: { ...nodes, root: { inputs: { nixpkgs: "n0", "input-1": "n1" } } },
    root: "root",
    version: 7,
  });
}

/** The best of a few runs over all files, less the start of a process; null when Nix is missing or refuses a file. */
function nixParseMs(command: string): number | null {
  const folder = mkdtempSync(join(tmpdir(), "analysis-bench-"));
  try {
    const files = [...texts].filter(([path]) => path.endsWith(".nix"));
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const run = (args: readonly string[]): number => {
      const start = performance.now();
      const { status } = spawnSync(command, ["--parse", ...args], { stdio: "ignore" });
      return status === 0 ? performance.now() - start : Number.NaN;
    };
    const best = (args: readonly string[]) => Math.min(...Array.from({ length: 9 }, () => run(args)));
    const ms = best(files.map(([path]) => join(folder, path))) - best(["-E", "1"]);
    return Number.isNaN(ms) ? null : Math.max(0, ms);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
