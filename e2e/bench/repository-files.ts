// What the repositories of a large organization hold: as many files, and as large, as public ones have on average.

const source = "export function handle(request) {\n  return { status: 200, body: request.body };\n}\n".repeat(20);
const inputNames = [
  "nixpkgs",
  "flake-utils",
  "systems",
  "treefmt-nix",
  "rust-overlay",
  "crane",
  "git-hooks",
  "devshell",
];

/** RepositoryFiles say what a repository holds. */
export interface RepositoryFiles {
  readonly index: number;
  /** The nodes of its lock; null when it has no flake. */
  readonly lockNodes: number | null;
  readonly commit: number;
}

/** filesOf are the files of one repository, by its number; each commit changes the flake, or the README. */
export function filesOf({ index, lockNodes, commit }: RepositoryFiles): ReadonlyMap<string, string> {
  const files = new Map([
    ["README.md", `# Repository ${index}\n\nCommit ${commit}.\n`],
    ["package.json", `{ "name": "repository-${index}", "version": "1.${index}.0" }\n`],
    // Twenty kinds of pipelines for the whole organization.
    [".github/workflows/ci.yml", workflow(index % 20, lockNodes !== null)],
  ]);
  for (let at = 0; at < 20; at += 1) files.set(`src/part-${at % 4}/file-${at}.ts`, source);
  if (index % 3 === 0) files.set(".github/CODEOWNERS", `* @large/team-${index % 40}\n`);
  if (lockNodes !== null) addFlake(files, index, commit, lockNodes);
  return files;
}

function addFlake(files: Map<string, string>, index: number, commit: number, nodes: number): void {
  files.set("flake.nix", flake(index, commit));
  files.set("flake.lock", lock(index, commit, nodes));
  files.set(".envrc", "use flake\n");
  files.set(
    "nix/package.nix",
    `{ stdenv }: stdenv.mkDerivation { pname = "repository-${index}"; version = "1"; src = ../.; }\n`,
  );
  files.set("nix/shell.nix", "{ pkgs }: pkgs.mkShell { packages = [ pkgs.hello ]; }\n");
  // Every tenth has a second flake in a folder, found only in the whole tree.
  if (index % 10 === 0) {
    files.set("tools/flake.nix", flake(index + 1, commit));
    files.set("tools/flake.lock", lock(index + 1, commit, 4));
  }
}

function flake(index: number, commit: number): string {
  return `{
  description = "Repository ${index}, commit ${commit}";
  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
    flake-utils.url = "github:numtide/flake-utils";
    treefmt-nix = { url = "github:numtide/treefmt-nix"; inputs.nixpkgs.follows = "nixpkgs"; };
  };
  outputs = { self, nixpkgs, flake-utils, treefmt-nix }:
    flake-utils.lib.eachDefaultSystem (system:
      let pkgs = nixpkgs.legacyPackages.\${system};
      in {
        packages.default = pkgs.callPackage ./nix/package.nix { };
        devShells.default = import ./nix/shell.nix { inherit pkgs; };
        checks.build = self.packages.\${system}.default;
      });
}
`;
}

function lock(index: number, commit: number, count: number): string {
  const nodes: Record<string, unknown> = {
    root: { inputs: { nixpkgs: "nixpkgs", "flake-utils": "flake-utils", "treefmt-nix": "treefmt-nix" } },
  };
  for (let at = 0; at < count; at += 1) {
    const name = inputNames[at] ?? `input-${at}`;
    const source = { owner: at === 0 ? "NixOS" : "numtide", repo: name, type: "github" };
    const rev = (index * 7919 + at * 104_729 + commit).toString(16).padStart(40, "0");
    const narHash = `sha256-${Buffer.from(rev).toString("base64").slice(0, 43)}=`;
    const lastModified = 1_750_000_000 + (index % 400) * 86_400;
    nodes[name] = { locked: { ...source, rev, narHash, lastModified }, original: source };
  }
  return `${JSON.stringify({ nodes, root: "root", version: 7 }, null, 2)}\n`;
}

function workflow(kind: number, hasFlake: boolean): string {
  const build = hasFlake
    ? "      - uses: DeterminateSystems/nix-installer-action@v16\n      - run: nix build\n"
    : "      - run: npm ci && npm test\n";
  return `name: ci-${kind}\non: [push]\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n${build}`;
}
