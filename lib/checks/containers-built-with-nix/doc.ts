import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Nix builds the containers",
  why: "An image that Nix builds holds exactly what was built and checked, and nothing else; one that a Dockerfile builds holds what its mirrors gave that day.",
  how: "Looks for Dockerfiles of services beside a flake, and for dockerTools and nix2container in the flake and the files that it imports.",
  limits: "A Dockerfile may serve somebody who has no Nix. Those of development containers are left out.",
  remediation: "Build the image with `dockerTools.buildLayeredImage`, or run the service as a NixOS service.",
};
