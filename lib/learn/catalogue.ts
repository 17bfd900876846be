import type { Resource } from "#lib/model/resource.ts";
import { automation } from "./catalogue/automation.ts";
import { community } from "./catalogue/community.ts";
import { determinate } from "./catalogue/determinate.ts";
import { nixDev } from "./catalogue/nix-dev.ts";
import { nixManual } from "./catalogue/nix-manual.ts";
import { secretsAndCaches } from "./catalogue/secrets-and-caches.ts";
import { zeroToNix } from "./catalogue/zero-to-nix.ts";

/** catalogue are the resources that come with Flakeboard; an organization hides, pins and adds its own. */
export const catalogue: readonly Resource[] = [
  ...zeroToNix,
  ...determinate,
  ...automation,
  ...nixDev,
  ...secretsAndCaches,
  ...community,
  ...nixManual,
];
