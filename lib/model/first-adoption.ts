import type { Instant } from "./instant.ts";

/** FirstAdoption is when a repository first held a main flake, as its snapshots tell. */
export interface FirstAdoption {
  /** From when on the first snapshot with a main flake held: its commit's date, or the scan that first saw it. */
  readonly at: Instant;
  /** `backfilled` comes from the commits in git, `observed` from a scan. */
  readonly origin: "observed" | "backfilled";
  /**
   * Whether it was adopted at that moment. Otherwise by then at the latest: no older state of the repository is known,
   * because its past is not rebuilt yet, could not be, or goes back behind what was asked for.
   */
  readonly isExact: boolean;
}
