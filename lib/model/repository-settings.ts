import type { Evidence } from "./evidence.ts";
import type { Day } from "./instant.ts";

/** SettingsWaiver is a waiver that the repository's own settings file declares. */
export interface SettingsWaiver {
  readonly checkId: string;
  /** `./nixpkgs`, or null for every subject of the check. */
  readonly subject: string | null;
  readonly reason: string;
  /** The last day on which it holds, UTC. */
  readonly expiresOn: Day;
  readonly evidence: Evidence;
}

/**
 * RepositorySettings is `.github/flakeboard.yml` beside the owner it names: which paths do not count, which fails are
 * waived. `invalid` says every problem with its place; nothing of such a file is applied.
 */
export type RepositorySettings =
  | { readonly status: "absent" }
  | {
      readonly status: "ok";
      readonly path: string;
      /** Folders and files in which nothing counts. */
      readonly excludedPaths: readonly string[];
      readonly waivers: readonly SettingsWaiver[];
    }
  | {
      readonly status: "invalid";
      readonly path: string;
      readonly problems: readonly { readonly message: string; readonly line: number | null }[];
    };
