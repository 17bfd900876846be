import type { NonFlakeKind } from "#lib/model/facts.ts";
import type { Outcome } from "#lib/model/finding.ts";
import type { Glyph } from "#lib/model/glyph.ts";
import type { Goal } from "#lib/model/goal.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { PointOrigin } from "#lib/model/metric.ts";
import type { Observed } from "#lib/model/observed.ts";
import type { ProviderKind, Visibility, WhyNotEligible } from "#lib/model/repository.ts";
import type { ScanPhase, ScanState } from "#lib/model/scan.ts";
import type { Share } from "#lib/model/share.ts";
import type { Stage } from "#lib/model/stage.ts";
import type { OwnershipRule } from "#lib/model/team.ts";

/** OrganizationItem is an organization as the switcher and the page headers name it. */
export interface OrganizationItem {
  readonly slug: string;
  readonly name: string;
  readonly provider: ProviderKind;
  readonly isSample: boolean;
}

/** ScanItem is a scan as every page's foot and the scans table show it. */
export interface ScanItem {
  readonly id: string;
  readonly state: ScanState;
  readonly phase: ScanPhase;
  readonly trigger: string;
  readonly requestedBy: string;
  readonly isFull: boolean;
  readonly requestedAt: Instant;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly total: number;
  readonly eligible: number;
  readonly read: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly withFlake: number;
  readonly requests: {
    readonly graphql: number;
    readonly rest: number;
    readonly points: number;
    readonly remainingPoints: number | null;
  };
  readonly failure: { readonly code: string; readonly message: string } | null;
}

/** Coverage says which scan a page's numbers come from and how much of the organization it read. */
export interface Coverage {
  /** The last scan that finished; null before the first. */
  readonly scan: ScanItem | null;
  /** A scan that is queued or running now. */
  readonly runningScanId: string | null;
  /** A later scan that ended without finishing, so that the numbers are older than it; null when there is none. */
  readonly unfinished: ScanItem | null;
  /** Repositories of the organization whose content is known, of all that exist. */
  readonly repositoriesRead: number;
  readonly repositoriesTotal: number;
  /** When the schedule scans next; null when it is off. */
  readonly nextScanAt: Instant | null;
  /** Why the numbers are older than they should be; null when they are not. */
  readonly staleness: Staleness | null;
}

/** Staleness is why numbers are older than they should be: the last scan failed, or none came when one was due. */
export type Staleness =
  | { readonly kind: "failed"; readonly scan: ScanItem; readonly numbersFrom: Instant }
  | { readonly kind: "overdue"; readonly dueAt: Instant; readonly numbersFrom: Instant };

/** TrendPoint is one day of a series, in absolute counts. Days without a point are gaps. */
export interface TrendPoint extends Share {
  readonly day: string;
  /** What a figure that is no share comes to; null for a share, and where nothing is known. */
  readonly value: number | null;
  readonly origin: PointOrigin;
  /** The rule behind the metric changed on this day. */
  readonly isRuleChange: boolean;
  /** The scan that measured it could not read everything. */
  readonly isPartial: boolean;
}

/** Headline is one share with its definition, its change and its recent past. */
export interface Headline {
  readonly metricId: string;
  readonly label: string;
  /** What is counted, of what, in one sentence: the answer to "why this number". */
  readonly definition: string;
  readonly share: Share;
  /** Against the point nearest to 30 days ago; null without one. In percentage points. */
  readonly change: { readonly sinceDay: string; readonly percentagePoints: number } | null;
  readonly trend: readonly TrendPoint[];
  /** Null without one. */
  readonly goal: Goal | null;
  /** The repositories in and out, with the reasons. */
  readonly href: string;
  /** What changed since the day of `change`; null without one. */
  readonly changesHref: string | null;
}

/** StageCount is how many eligible repositories have reached a stage at most; `none` has no flake, `unknown` was not read. */
export interface StageCount {
  readonly stage: Stage | "none" | "unknown";
  readonly label: string;
  readonly count: number;
}

/** TeamLink names a team and its page. */
export interface TeamLink {
  readonly slug: string;
  readonly name: string;
  readonly href: string;
}

/** RepositoryRow is one repository as every table of repositories shows it. */
export interface RepositoryRow {
  readonly fullName: string;
  readonly name: string;
  readonly href: string;
  readonly teams: readonly TeamLink[];
  readonly ownershipRule: OwnershipRule;
  readonly ownershipDetail: string;
  readonly visibility: Visibility;
  /** Null when it counts; otherwise why it stays out of every share. */
  readonly notEligible: WhyNotEligible | null;
  /** `read` knows its content; `failed` could not be read in the last scan; `unread` was never read. */
  readonly reading: "read" | "failed" | "unread";
  readonly mainFlakes: number;
  readonly nonFlake: readonly NonFlakeKind[];
  readonly stages: readonly Stage[];
  readonly nextStep: string | null;
  /** Of the oldest Nixpkgs input of its main flakes, in days; null when it has none. */
  readonly nixpkgsAgeDays: Observed<number> | null;
  readonly failing: number;
  /** The worst outcome of each check that applies: fail before unknown before pass. */
  readonly outcomes: readonly { readonly checkId: string; readonly outcome: Exclude<Outcome, "not-applicable"> }[];
  readonly glyph: Glyph;
  readonly pushedAt: Instant | null;
}
