import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "A private cache is used",
  why: "A private cache lets the whole organization reuse what was built once, and keeps production from pulling binaries out of caches with a porous trust model.",
  how: "Reads the workflows for actions, commands and settings that set up a cache, nixConfig and nix.conf for substituters, and garnix.yaml, and says who can read each: private, public, only continuous integration itself, or unclear. An organization may approve caches by their host; those count as private.",
  limits:
    "A Cachix cache, and most hosts of one's own, may be public or private, and the file does not show which. Actions and workflows from elsewhere are not read. Whether machines use the default public cache besides is set on the machines, not in the repository.",
  remediation:
    "Add FlakeHub Cache (DeterminateSystems/flakehub-cache-action) or another private cache to the workflows that build with Nix.",
};
