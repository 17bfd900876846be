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

function container(name: string, { path, loop }: FlakeShape): Fix {
  const isModule = loop === "flake-parts";
  const command = isModule ? "config.packages.default" : `self.packages.\${pkgs.stdenv.hostPlatform.system}.default`;
  const image = `container = pkgs.dockerTools.buildLayeredImage {
  name = ${nixString(name)};
  config.Cmd = [ (pkgs.lib.getExe ${command}) ];
};
`;
  const place = isModule
    ? moduleNote
    : `Beside \`default\` in the packages, where \`pkgs\` is Nixpkgs for the system. ${selfNote}`;
  return {
    title: "Build its container with Nix",
    language: "nix",
    path,
    text: isModule ? imported("", `perSystem = { pkgs, config, ... }: {\n${indented(`packages.${image}`)}};\n`) : image,
    note: `${place} Then \`nix build .#container\` and \`docker load < result\`.`,
  };
}

const selfNote = "It needs `self` among what outputs takes.";
const moduleNote = "Into the module; where it imports already, add this to its imports.";

const placeNotes = {
  own: `Into the outputs. ${selfNote}`,
  "flake-utils": `Into the outputs, outside of eachDefaultSystem: \`// { … }\` joins the two. ${selfNote}`,
  "flake-parts": moduleNote,
} as const satisfies Record<FlakeShape["loop"], string>;

function nixosModule(name: string, { path, loop }: FlakeShape): Fix {
  const module = `nixosModules.default = { pkgs, lib, ... }: {
  systemd.services.${nixName(name)} = {
    wantedBy = [ "multi-user.target" ];
    serviceConfig = {
      ExecStart = lib.getExe self.packages.\${pkgs.stdenv.hostPlatform.system}.default;
      DynamicUser = true;
    };
  };
};
`;
  return {
    title: "Let machines run it by a NixOS module",
    language: "nix",
    path,
    text: loop === "flake-parts" ? imported("self, ", `flake.${module}`) : module,
    note: `${placeNotes[loop]} A machine imports it and enables nothing more; give it options as it grows.`,
  };
}

/**
 * A module of flake-parts that takes what it needs by itself: a flake with `outputs = inputs: …` has no `self` in scope.
 * Source: flake.parts, "Module Arguments".
 */
function imported(takes: string, text: string): string {
  return `imports = [\n  ({ ${takes}... }: {\n${indented(indented(text))}  })\n];\n`;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
