import type { Fix } from "#lib/model/fix.ts";
import type { OpportunityFact } from "#lib/model/knowledge-facts.ts";
import type { CheckContext, CheckResult } from "../check.ts";
import { nixString } from "../nix-text.ts";

// What a newcomer to a repository in that language needs first. Attributes of Nixpkgs, as of 2026-08.
const packagesOfLanguage: ReadonlyMap<string, readonly string[]> = new Map([
  ["Rust", ["cargo", "rustc", "clippy", "rustfmt", "rust-analyzer"]],
  ["Go", ["go", "gopls"]],
  ["JavaScript", ["nodejs"]],
  ["Python", ["python3", "uv"]],
  ["Java", ["jdk", "maven"]],
  ["Kotlin", ["jdk", "gradle"]],
  ["PHP", ["php", "phpPackages.composer"]],
  ["Ruby", ["ruby", "bundler"]],
  ["Elixir", ["elixir"]],
  ["C++", ["cmake", "gnumake"]],
  ["Swift", ["swift"]],
  ["Dart", ["dart"]],
  ["Zig", ["zig"]],
  ["Haskell", ["ghc", "stack"]],
]);

/**
 * fix is a first flake for a repository that has none: a development shell with the tools of the languages that its
 * package manifests show, or an empty one to fill where only a Dockerfile says what is needed.
 */
export function fix({ facts, repository }: CheckContext, { outcome }: CheckResult): Fix | null {
  const { opportunities } = facts.knowledge;
  if (outcome !== "fail" || opportunities.length === 0) return null;
  const languages = languagesOf(opportunities);
  const packages = [...new Set(languages.flatMap((language) => packagesOfLanguage.get(language) ?? []))];
  return {
    title:
      languages.length === 0
        ? "Start with a development shell"
        : `Start with a development shell for ${languages.join(" and ")}`,
    language: "nix",
    path: "flake.nix",
    text: flakeText(repository.name ?? "this repository", packages),
    note:
      packages.length === 0
        ? "Put in what the Dockerfile installs, then `git add flake.nix` and `nix develop`."
        : "`git add flake.nix`, then `nix develop`. Commit flake.lock as well.",
  };
}

function languagesOf(opportunities: readonly OpportunityFact[]): readonly string[] {
  return [...new Set(opportunities.flatMap(({ language }) => language ?? []))];
}

function flakeText(name: string, packages: readonly string[]): string {
  const listed =
    packages.length === 0 ? "" : `\n${packages.map((one) => `            pkgs.${one}\n`).join("")}          `;
  return `{
  description = ${nixString(`The development environment of ${name}`)};

  inputs.nixpkgs.url = "https://flakehub.com/f/NixOS/nixpkgs/0.1";

  outputs = { self, nixpkgs }:
    let
      supportedSystems = [ "x86_64-linux" "aarch64-linux" "aarch64-darwin" ];
      forEachSupportedSystem = f: nixpkgs.lib.genAttrs supportedSystems (system: f {
        pkgs = nixpkgs.legacyPackages.\${system};
      });
    in
    {
      devShells = forEachSupportedSystem ({ pkgs }: {
        default = pkgs.mkShell {
          packages = [${listed}];
        };
      });
    };
}
`;
}
