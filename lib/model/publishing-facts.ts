import type { Evidence } from "./evidence.ts";
import type { UnknownReason } from "./observed.ts";

/** PublisherKind names what publishes releases of a flake. */
export type PublisherKind = "flakehub-push" | "determinate-ci" | "flakestry";

/** PublishingFacts is where a flake was seen to be published, and why it may be published elsewhere as well. */
export interface PublishingFacts {
  readonly places: readonly PublishingFact[];
  /** Why not everything that may publish was read; null when it was, and then there are no other places. */
  readonly unread: UnknownReason | null;
}

/** PublishingFact is one place that publishes a flake. What a file leaves open, or computes, is null. */
export interface PublishingFact {
  readonly kind: PublisherKind;
  /** `public`, `unlisted` or `private`, as FlakeHub names them. */
  readonly visibility: "public" | "unlisted" | "private" | null;
  /** Rolling releases of every push, or tagged ones. */
  readonly style: "rolling" | "tagged" | null;
  /** The name it publishes under, `owner/flake`; null when it is the repository's own. */
  readonly name: string | null;
  /** The folder of the flake, `.` for the root. */
  readonly directory: string | null;
  readonly evidence: Evidence;
}
