import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "No public cache is named",
  why: "Public caches hold lots of good things, and nobody in the organization reviews what goes into them. Systems for production that pull from them rest on a porous trust model.",
  how: "Compares the hosts of all substituters in nixConfig, workflows, nix.conf and modules with a dated list of public caches, which an organization can change. Caches that it approves do not count.",
  limits:
    "Advice, not an error: public caches save time, and a build from source is not always the better choice. The default public cache, cache.nixos.org, is used without being named unless something replaces it; that is mostly set on machines and cannot be seen in a repository. A host that is not on the list may be public as well.",
  remediation:
    "Fill a private cache with what the organization builds, name that one, and let the others go, or have the platform team mirror what is needed.",
};
