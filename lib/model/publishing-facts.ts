import type { Evidence } from "./evidence.ts";

/** PublisherKind names what publishes releases of a flake. */
export type PublisherKind = "flakehub-push" | "determinate-ci" | "flakestry";

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
