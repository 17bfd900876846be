import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "The way in is documented",
  why: "The more of a team knows what Nix is for and what to type first, the more of it uses Nix.",
  how: "Looks in README, CONTRIBUTING and their like, at the root, in .github and in docs, for a command that enters or builds (`nix develop`, `direnv allow`, `nix run` …) or a link to where Nix is taught.",
  limits: "Whether the words around it are good is not judged, and documentation elsewhere is not seen.",
  remediation: "Add three lines to the README: how to install Nix, how to enter the shell, where to learn more.",
};
