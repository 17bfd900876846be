import { blobsPerQuery, blobsPerQueryMax } from "./blobs.ts";
import { branchesPerQuery } from "./branches.ts";
import { createHistorySizes } from "./history.ts";
import { createInventorySizes } from "./inventory.ts";
import { type AdaptiveSize, createAdaptiveSize } from "./paging.ts";
import { createTeamSizes } from "./teams.ts";

/** LearnedSizes are the sizes of requests that one GitHub has been seen to bear. */
export interface LearnedSizes {
  readonly inventory: ReturnType<typeof createInventorySizes>;
  readonly teams: ReturnType<typeof createTeamSizes>;
  readonly blobs: AdaptiveSize;
  readonly branches: AdaptiveSize;
  readonly history: ReturnType<typeof createHistorySizes>;
}

// For the process: each job of a scan makes a provider of its own, and would have to find them out again.
const learned = new Map<string, LearnedSizes>();

/** learnedSizes gives what was learned of a GitHub with some credentials, by a key that is no secret. */
export function learnedSizes(key: string): LearnedSizes {
  const known = learned.get(key) ?? {
    inventory: createInventorySizes(),
    teams: createTeamSizes(),
    blobs: createAdaptiveSize(blobsPerQuery, blobsPerQueryMax),
    branches: createAdaptiveSize(branchesPerQuery),
    history: createHistorySizes(),
  };
  learned.set(key, known);
  return known;
}
