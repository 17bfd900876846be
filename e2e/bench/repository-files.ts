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

interface FlakeShape {
  readonly lockNodes: number;
  readonly isSplit: boolean;
}

/** RepositoryFiles say what a repository holds. */
export interface RepositoryFiles {
  readonly index: number;
  /** How many nodes its lock has, and whether a folder has a second flake; null when it has none. */
  readonly flake: FlakeShape | null;
  /** The number of the commit, from 0 on, and when it was made. */
  readonly commit: number;
  readonly committedSeconds: number;
}

/** filesOf are the files of one repository, by its number; each commit changes the README and the lock, every fifth the flake. */
export function filesOf({ index, flake, commit, committedSeconds }: RepositoryFiles): ReadonlyMap<string, string> {
  const files = new Map([
    ["README.md", `# Repository ${index}\n\nCommit ${commit}.\n`],
    ["package.json", `{ "name": "repository-${index}", "version": "1.${index}.0" }\n`],
    // Twenty kinds of pipelines for the whole organization.
    [".github/workflows/ci.yml", workflow(index % 20, flake !== null)],
  ]);
  for (let at = 0; at < 20; at += 1) files.set(`src/part-${at % 4}/file-${at}.ts`, source);
  if (index % 3 === 0) files.set(".github/CODEOWNERS", `* @large/team-${index % 40}\n`);
  if (flake !== null) addFlake(files, { index, ...flake, commit, committedSeconds });
  return files;
}

function addFlake(
  files: Map<string, string>,
  { index, lockNodes, isSplit, commit, committedSeconds }: Omit<RepositoryFiles, "flake"> & FlakeShape,
): void {
  const change = Math.floor(commit / 5);
  files.set("flake.nix", flakeText(index, change));
  files.set("flake.lock", lock(index, committedSeconds, lockNodes));
  files.set(".envrc", "use flake\n");
  files.set(
    "nix/package.nix",
    `{ stdenv }: stdenv.mkDerivation { pname = "repository-${index}"; version = "1"; src = ../.; }\n`,
  );
  files.set("nix/shell.nix", "{ pkgs }: pkgs.mkShell { packages = [ pkgs.hello ]; }\n");
  if (isSplit) {
    files.set("tools/flake.nix", flakeText(index + 1, change));
    files.set("tools/flake.lock", lock(index + 1, committedSeconds, 4));
  }
}

function flakeText(index: number, change: number): string {
  return `{
  description = "Repository ${index}, change ${change}";
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

/** What it locks was the newest some days to a year before the commit. */
function lock(index: number, committedSeconds: number, count: number): string {
  const nodes: Record<string, unknown> = {
    root: { inputs: { nixpkgs: "nixpkgs", "flake-utils": "flake-utils", "treefmt-nix": "treefmt-nix" } },
  };
  for (let at = 0; at < count; at += 1) {
    const name = inputNames[at] ?? `input-${at}`;
    const source = { owner: at === 0 ? "NixOS" : "numtide", repo: name, type: "github" };
    const rev = (index * 7919 + at * 104_729 + committedSeconds).toString(16).padStart(40, "0");
    const narHash = `sha256-${Buffer.from(rev).toString("base64").slice(0, 43)}=`;
    const lastModified = committedSeconds - ((index * 7 + at) % 365) * 86_400;
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
