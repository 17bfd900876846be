import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Nix is used through a flake",
  why: "A flake locks what it uses, says what it offers, and others can use it as an input; channels and hand-made pins do none of that.",
  how: "Looks at the root for shell.nix, default.nix, niv, npins, devenv, devbox, and for what .envrc loads. Beside a flake they are no fault, and a file that only loads the flake is a bridge.",
  limits:
    "Nix in sub-folders without a flake is not looked at. devenv and devbox lock by themselves; a flake is one way, not a duty.",
  remediation:
    "Begin with `nix flake init`, move the shell into `devShells`, and leave shell.nix as a bridge with flake-compat while some still need it.",
};
