import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Inputs say where they come from",
  why: "A bare name, or an input that only the arguments of `outputs` mention, is looked up in a registry. That of the next person may say something else, so the next `nix flake update` may bring another project.",
  how: "Finds direct inputs that are a bare name, as `nixpkgs` or `flake:nixpkgs`, and those that flake.nix does not declare but `outputs` asks for.",
  limits:
    "What the registry says is not read. With flake.lock the input is fixed until the next update. An input that waits for `--override-input` is one as well.",
  remediation: "Declare the input with a full URL, as flake.lock holds it, and run `nix flake lock`.",
};
