import { z } from "zod";
import type { NonFlakeKind } from "#lib/model/facts.ts";
import type { Outcome } from "#lib/model/finding.ts";
import type { FlakeRole } from "#lib/model/flake.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Repository } from "#lib/model/repository.ts";
import type { Stage } from "#lib/model/stage.ts";
import type { RepositoryCacheClass, Tally } from "#lib/model/tally.ts";
import type { OwnershipRule } from "#lib/model/team.ts";

/** RepositoryRecord is a repository as the last inventory showed it, with who owns it and why. */
export interface RepositoryRecord extends Repository {
  readonly id: string;
  /** Kept out of every share by policy. */
  readonly isExcluded: boolean;
  readonly ownershipRule: OwnershipRule;
  readonly ownershipDetail: string;
  /** Owning teams, in no order; empty when nobody owns it. */
  readonly ownerTeamIds: readonly string[];
}

/** FlakeSummary is one flake of a snapshot, in few words. */
export interface FlakeSummary {
  readonly directory: string;
  readonly role: FlakeRole;
  readonly parseStatus: "ok" | "unread" | "error";
  readonly lockStatus: "ok" | "missing" | "unread" | "error";
  /** One for each input whose source is a Nixpkgs tree; null where the lock does not say. */
  readonly nixpkgsLastModified: readonly (Instant | null)[];
}

/** SnapshotSummary is what was last read of a repository, in few words. */
export interface SnapshotSummary {
  readonly commit: string;
  readonly committedAt: Instant | null;
  readonly readAt: Instant;
  readonly validFrom: Instant;
  /** Whether every path was seen; otherwise absence proves nothing. */
  readonly isComplete: boolean;
  readonly stages: readonly Stage[];
  readonly nonFlakeKinds: readonly NonFlakeKind[];
  /** By directory. */
  readonly flakes: readonly FlakeSummary[];
}

/** FindingSummary is the latest outcome of a check for a subject that it applies to; `since` is when it began. */
export interface FindingSummary {
  readonly checkId: string;
  readonly subject: string;
  readonly outcome: Exclude<Outcome, "not-applicable">;
  readonly since: Instant;
}

/** RepositorySummary is what lists and roll-ups need of one repository. `snapshot` is null until it was read. */
export interface RepositorySummary extends RepositoryRecord {
  readonly snapshot: SnapshotSummary | null;
  /** Null until it was judged, and when it was judged by a version that counted otherwise. */
  readonly tally: Tally | null;
  readonly findings: readonly FindingSummary[];
}

/** languagesSchema reads the column `languages`. */
export const languagesSchema = z.array(z.object({ name: z.string(), sizeBytes: z.number() }));

/** stageSchema reads one entry of the column `stages`. */
export const stageSchema = z.enum([
  "development",
  "packaging",
  "continuous-integration",
  "distribution",
  "systems",
] as const satisfies readonly Stage[]);

const count = z.int().nonnegative();

/** tallySchema reads the column `tally`. */
export const tallySchema = z.object({
  askedBy: z.string(),
  mainFlakes: count,
  cacheClass: z.enum([
    "private",
    "ambiguous",
    "ci-only",
    "public",
    "none",
    "unknown",
  ] as const satisfies readonly RepositoryCacheClass[]),
  directInputs: count,
  internalInputs: count,
  unclearInputs: count,
  inputLockedDays: z.array(z.int()),
}) satisfies z.ZodType<Tally>;

/** nonFlakeKindSchema reads one entry of the column `non_flake_kinds`. */
export const nonFlakeKindSchema = z.enum([
  "shell.nix",
  "default.nix",
  "niv",
  "npins",
  "devenv",
  "devbox",
  "lorri",
  "use-nix",
] as const satisfies readonly NonFlakeKind[]);

/** ownershipRuleSchema reads the column `ownership_rule`. */
export const ownershipRuleSchema = z.enum([
  "settings-file",
  "organization-mapping",
  "custom-property",
  "codeowners",
  "team-permission",
  "none",
] as const satisfies readonly OwnershipRule[]);

/** outcomeSchema reads the column `outcome`. */
export const outcomeSchema = z.enum(["pass", "fail", "unknown"] as const satisfies readonly Outcome[]);
