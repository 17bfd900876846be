import type { Evidence } from "./evidence.ts";
import type { Observed } from "./observed.ts";

/** KnowledgeFact is one sentence of a README or CONTRIBUTING that shows the way into Nix. */
export interface KnowledgeFact {
  /** A command to enter or build (`nix develop`, `direnv allow`), or a link to a place where Nix is taught. */
  readonly kind: "command" | "link";
  readonly text: string;
  readonly evidence: Evidence;
}

/** OpportunityKind names something that Nix could serve and that is done otherwise. */
export type OpportunityKind = "dockerfile" | "package-manifest";

/** OpportunityFact is one such thing. */
export interface OpportunityFact {
  readonly kind: OpportunityKind;
  /** The language of a package manifest (`Rust`, `Go`, `JavaScript`, `Python` …); null for a Dockerfile. */
  readonly language: string | null;
  readonly evidence: Evidence;
}

/** KnowledgeFacts is what a repository shows of its way in, and of what Nix could still do for it. */
export interface KnowledgeFacts {
  /** Unknown when a README was there and could not be read. */
  readonly entries: Observed<readonly KnowledgeFact[]>;
  readonly opportunities: readonly OpportunityFact[];
}
