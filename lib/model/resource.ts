import type { Theme } from "./finding.ts";
import type { Stage } from "./stage.ts";

/** ResourceKind is what a resource is: followed step by step, understood, looked up, applied, installed, read or watched. */
export type ResourceKind = "tutorial" | "concept" | "reference" | "guide" | "tool" | "article" | "talk";

/** resourceKinds in the order in which a choice lists them. */
export const resourceKinds = [
  "tutorial",
  "concept",
  "guide",
  "reference",
  "tool",
  "article",
  "talk",
] as const satisfies readonly ResourceKind[];

/** ResourceLevel is what one should bring along: nothing, a flake of one's own, or a question that goes deep. */
export type ResourceLevel = "start" | "practice" | "depth";

/** resourceLevels from the first steps to what goes deep. */
export const resourceLevels = ["start", "practice", "depth"] as const satisfies readonly ResourceLevel[];

/** Resource is one learning item: where it is, whom it suits, and what it helps with. */
export interface Resource {
  /** Kebab-case, unique, never reused: an organization's choices refer to it. */
  readonly id: string;
  readonly title: string;
  /** Always `https:`. */
  readonly url: string;
  readonly kind: ResourceKind;
  readonly level: ResourceLevel;
  readonly theme: Theme;
  /** The stages that it helps to reach. */
  readonly stages: readonly Stage[];
  /** Ids of the checks that it helps to pass, the one that it helps most first. */
  readonly checks: readonly string[];
  /** One sentence: what one can do afterwards. */
  readonly summary: string;
  /** An estimate of the time to read it, in minutes; null for what is used rather than read. */
  readonly minutes: number | null;
}

/** ResourceChoice is what an organization makes of a resource: nobody sees it here, or everybody sees it first. */
export type ResourceChoice = "hidden" | "pinned";

/** ResourceOverrides is how an organization differs from the catalogue that comes with Flakeboard. */
export interface ResourceOverrides {
  /** Resources of its own; their ids begin with `own-`. */
  readonly own: readonly Resource[];
  /** What it hides or pins, by id. An id that no longer exists changes nothing. */
  readonly choices: ReadonlyMap<string, ResourceChoice>;
}

/** OfferedResource is a resource as an organization offers it to its people. */
export interface OfferedResource extends Resource {
  readonly isOwn: boolean;
  /** Somebody here wants it to be seen first. */
  readonly isPinned: boolean;
}
