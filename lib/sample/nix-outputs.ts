import { block, list } from "./flake-text.ts";

/** shell is a development environment with these packages of Nixpkgs. */
export function shell(...packages: readonly string[]): string {
  return `pkgs.mkShell ${block([`packages = with pkgs; ${list(packages)};`])}`;
}

/** goPackage builds the Go module of the repository. */
export function goPackage(name: string, version = "0.1.0"): string {
  return `pkgs.buildGoModule ${block([...identity(name, version), "src = ./.;", "vendorHash = null;"])}`;
}

/** rustPackage builds the crate of the repository with Nixpkgs alone. */
export function rustPackage(name: string, version = "0.1.0"): string {
  const bindings = [...identity(name, version), "src = ./.;", "cargoLock.lockFile = ./Cargo.lock;"];
  return `pkgs.rustPlatform.buildRustPackage ${block(bindings)}`;
}

/** cranePackage builds the crate of the repository with crane. */
export function cranePackage(): string {
  return `(inputs.crane.mkLib pkgs).buildPackage ${block(["src = ./.;", "strictDeps = true;"])}`;
}

/** npmPackage builds the npm package of the repository. */
export function npmPackage(name: string, version = "0.1.0"): string {
  return `pkgs.buildNpmPackage ${block([...identity(name, version), "src = ./.;", "npmDepsHash = pkgs.lib.fakeHash;"])}`;
}

/** pythonPackage builds the Python project of the repository. */
export function pythonPackage(name: string, version = "0.1.0"): string {
  const bindings = [...identity(name, version), "pyproject = true;", "src = ./.;"];
  return `pkgs.python3Packages.buildPythonApplication ${block(bindings)}`;
}

/** container is a layered image that runs the flake's default package. */
export function container(name: string): string {
  const command = `"\${self.packages.\${system}.default}/bin/${name}"`;
  return `pkgs.dockerTools.streamLayeredImage ${block([`name = "${name}";`, `config.Cmd = [ ${command} ];`])}`;
}

/** nixos is a machine made of these modules. */
export function nixos(...modules: readonly string[]): string {
  return `nixpkgs.lib.nixosSystem ${block([`system = "x86_64-linux";`, `modules = ${list(modules)};`])}`;
}

/** perSystem takes what another flake has for the same system: `devshells.devShells` and `go`. */
export function perSystem(outputs: string, name: string): string {
  return `${outputs}.\${system}.${name}`;
}

/** testRun is a check that runs one command. */
export function testRun(command: string): string {
  return `pkgs.runCommand "tests" { src = ./.; } "cd $src && ${command} && touch $out"`;
}

function identity(name: string, version: string): readonly string[] {
  return [`pname = "${name}";`, `version = "${version}";`];
}
