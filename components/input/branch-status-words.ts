import type { RefItem } from "#lib/views/inputs.ts";

/** branchStatusWords says where a branch of Nixpkgs is in its life. */
export const branchStatusWords = {
  rolling: "rolling",
  beta: "release to come",
  stable: "stable",
  deprecated: "ends soon",
  unmaintained: "unsupported",
  unknown: "status unknown",
} as const satisfies Record<NonNullable<RefItem["status"]>, string>;
