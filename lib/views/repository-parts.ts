import type { Outcome, Severity } from "#lib/model/finding.ts";
import type { Fix } from "#lib/model/fix.ts";
import type { FlakeRole, ParseFacts } from "#lib/model/flake.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Observed } from "#lib/model/observed.ts";
import type { Stage } from "#lib/model/stage.ts";
import type { ResourceLink } from "./resource-links.ts";

/** EvidenceLink is a place in the repository; `href` leads to the line at the commit where the provider has pages. */
export interface EvidenceLink {
  readonly path: string;
  readonly line: number | null;
  readonly href: string | null;
}

/** StageStep is one rung of the ladder. */
export interface StageStep {
  readonly stage: Stage;
  readonly label: string;
  readonly description: string;
  readonly isReached: boolean;
  readonly isNext: boolean;
  readonly evidence: EvidenceLink | null;
}

/** InputItem is one input of a flake as the table of inputs shows it. */
export interface InputItem {
  readonly name: string;
  readonly isImplicit: boolean;
  readonly isFlake: boolean;
  readonly isNixpkgs: boolean;
  /** As a person would write it: `github:NixOS/nixpkgs/nixos-unstable`; null when it cannot be told. */
  readonly reference: string | null;
  readonly follows: string | null;
  readonly nodeLabel: string | null;
  readonly revision: string | null;
  readonly ageDays: Observed<number>;
  readonly lastModifiedAt: Instant | null;
  readonly isStale: boolean;
  readonly evidence: EvidenceLink;
}

/** FlakeItem is one flake of the repository. */
export interface FlakeItem {
  readonly directory: string;
  readonly role: FlakeRole;
  readonly parse: ParseFacts;
  readonly description: string | null;
  readonly lock:
    | {
        readonly status: "ok";
        readonly version: number;
        readonly nodes: number;
        readonly reachable: number;
        readonly nixpkgsNodes: number;
      }
    | { readonly status: "missing" }
    | { readonly status: "unread"; readonly message: string }
    | { readonly status: "error"; readonly message: string };
  readonly inputs: readonly InputItem[];
  /** Names of what it offers, and whether they are all; null when flake.nix could not be read. */
  readonly outputs: { readonly names: readonly string[]; readonly isComplete: boolean } | null;
}

/** WaiverItem is the waiver that covers a finding. */
export interface WaiverItem {
  readonly id: string;
  readonly reason: string;
  readonly grantedBy: string;
  /** The first moment at which it no longer holds. */
  readonly expiresAt: Instant;
  /** One that the repository declares ends in its own file only. */
  readonly source: "app" | "repository";
}

/** FindingItem is one finding with the words of its check. */
export interface FindingItem {
  readonly checkId: string;
  readonly title: string;
  readonly subject: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  /** A person gave a dated reason not to count it. */
  readonly isWaived: boolean;
  /** What waives it; null when nothing does. */
  readonly waiver: WaiverItem | null;
  readonly summary: string;
  readonly since: Instant;
  readonly evidence: readonly EvidenceLink[];
  readonly why: string;
  readonly how: string;
  readonly remediation: string;
  /** The text that mends it in this repository; null where none can be made. */
  readonly fix: Fix | null;
  readonly resources: readonly ResourceLink[];
}

/** TimelineItem is one snapshot of the repository. */
export interface TimelineItem {
  readonly commit: string;
  readonly href: string | null;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly isBackfilled: boolean;
}
