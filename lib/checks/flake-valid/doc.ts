import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Nix accepts flake.nix",
  why: "A flake with a syntax error, or one whose inputs are computed, cannot be used by anybody.",
  how: "Reads flake.nix with Nix's own grammar and rules: one attribute set with description, inputs, outputs and nixConfig, inputs without computation.",
  limits: "Outputs are not evaluated; an error inside a package shows only when Nix builds it.",
  remediation: "Run `nix flake metadata` in the folder of the flake and mend what it names.",
};
