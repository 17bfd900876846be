import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Every input is used",
  why: "An input that nothing uses is fetched and updated all the same, and everybody who depends on the flake carries it along.",
  how: "Follows the arguments of `outputs` through flake.nix and the files that it imports, and names the inputs that are used nowhere. An input that others follow is used.",
  limits:
    "Advice. Where all inputs are handed on together, to modules for example, any of them may be used, and the result is unknown; so it is where another Nix file of the repository has the name of the input in it. flake-compat serves those who do not use flakes and counts as used.",
  remediation: "Take the input out of flake.nix and out of the arguments of `outputs`, then run `nix flake lock`.",
};
