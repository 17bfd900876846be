import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "No secret stands in the clear",
  why: "A flake copies its repository into the Nix store, which every user of the machine can read, and a cache may carry it further. A secret that is committed has left the hands of those who made it.",
  how: "Runs the recommended rules of secretlint over Nix files, workflows, nix.conf and the few files whose names tell (.env, netrc, private keys), and looks in Nix for passwords and their hashes, tokens for Nix itself, and secrets that are written into the store. Only the rule and the place are kept, never the value.",
  limits:
    "A pattern can miss a secret and mistake something else for one. Templates, examples and tests are left out, and so are placeholders, initial passwords, encrypted files, and credentials for a server on the same machine. The history is not searched: a secret that was removed may still stand there.",
  remediation:
    "Take the secret out of use first: what was committed is known. Then give the new one to the machine at run time, through a manager such as Vault, sops-nix or agenix, or through the secrets of the workflow.",
};
