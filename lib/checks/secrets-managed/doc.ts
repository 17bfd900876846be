import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Secrets of machines are managed",
  why: "A machine needs secrets, and the Nix store is no place for them. agenix and sops-nix keep them encrypted until the machine starts, which is fine for a small set of machines; a larger organization better avoids secrets that stay the same, with Vault or a service like it.",
  how: "Looks for agenix, ragenix, agenix-rekey, sops-nix, Vault and opnix among inputs, options of modules, encrypted files and actions. Fails where a flake configures machines, a secret shows in the clear or is read into the store, and no manager is there.",
  limits:
    "Machines that ask for no secret in this repository need no manager. What a module of another repository brings, and secrets that are put on machines by hand, cannot be seen.",
  remediation:
    "Add sops-nix or agenix to the flake for a few machines; for many, let the services fetch short-lived secrets from Vault.",
};
