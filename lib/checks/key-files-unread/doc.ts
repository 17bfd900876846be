import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Nix reads no file that holds a secret",
  why: "What builtins.readFile returns, and every path that an option is given, ends up in the Nix store, where every user of the machine can read it, also when git keeps the file encrypted.",
  how: "Looks in Nix files for readFile and its like on a path whose name says secret, password, token or private key, and for options such as passwordFile that are given a path of the repository.",
  limits:
    "Goes by names: a file with another name may hold a secret, and one with such a name may not. Names that end as encrypted (.age, .gpg) or public files do are left out. Paths that Nix computes are not followed.",
  remediation:
    'Give the option the place of the file on the running machine, as a string such as "/run/secrets/name", and let a manager of secrets put it there.',
};
