import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Every cache is named together with its key",
  why: "Nix refuses what a cache serves unless it trusts the key that signed it: a cache without its key only costs time. A key without its cache is trust that serves nothing.",
  how: "Pairs the caches and keys that stand together, in one flake's nixConfig, in the modules, in nix.conf or in the workflows. The name of a key by custom begins with the host of its cache, or is the last part of its address; the customs of some caches that differ are known.",
  limits:
    "A key may have any name, so one that is left over may belong to a cache that is left over: unknown, then. Caches that an action sets up bring their keys themselves, and a module of an input or an action that is not read may bring the key of any other; a cache of modules or workflows without its key is therefore unknown. Lists that Nix computes are not evaluated. A key may also be trusted by the machine, outside the repository.",
  remediation:
    "Add the key, as the owner of the cache publishes it, to trusted-public-keys beside the substituter; remove keys whose cache is gone.",
};
