import type { Fix } from "#lib/model/fix.ts";
import type { CheckContext } from "./check.ts";
import { type FlakeShape, flakeShape } from "./flake-shape.ts";
import { nixName, nixString } from "./nix-text.ts";

/**
 * systemSkeleton takes what a repository packages to where it runs: into a container where a Dockerfile shows that it
 * runs in one, otherwise into a NixOS module that others import.
 */
export function systemSkeleton({ facts, repository }: CheckContext): Fix | null {
  const shape = flakeShape(facts);
  if (shape === null) return null;
  const name = repository.name ?? "this-repository";
  const isContained = facts.knowledge.opportunities.some(({ kind }) => kind === "dockerfile");
  return isContained ? container(name, shape) : nixosModule(name, shape);
}

function container(name: string, { path }: FlakeShape): Fix {
  return {
    title: "Build its container with Nix",
    language: "nix",
    path,
    text: `container = pkgs.dockerTools.buildLayeredImage {
  name = ${nixString(name)};
  config.Cmd = [ (pkgs.lib.getExe self.packages.\${pkgs.stdenv.hostPlatform.system}.default) ];
};
`,
    note: "Beside `default` in the packages, where `pkgs` is Nixpkgs for the system. Then `nix build .#container` and `docker load < result`.",
  };
}

const placeNotes = {
  own: "Into the outputs.",
  "flake-utils": "Into the outputs, outside of eachDefaultSystem: `// { … }` joins the two.",
  "flake-parts": "Into the module, beside perSystem.",
} as const satisfies Record<FlakeShape["loop"], string>;

function nixosModule(name: string, { path, loop }: FlakeShape): Fix {
  return {
    title: "Let machines run it by a NixOS module",
    language: "nix",
    path,
    text: `${loop === "flake-parts" ? "flake." : ""}nixosModules.default = { pkgs, lib, ... }: {
  systemd.services.${nixName(name)} = {
    wantedBy = [ "multi-user.target" ];
    serviceConfig = {
      ExecStart = lib.getExe self.packages.\${pkgs.stdenv.hostPlatform.system}.default;
      DynamicUser = true;
    };
  };
};
`,
    note: `${placeNotes[loop]} A machine imports it and enables nothing more; give it options as it grows.`,
  };
}
