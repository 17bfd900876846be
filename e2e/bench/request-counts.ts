import type { LoggedRequest } from "../github/request-log.ts";
import type { CommandRun } from "./run-command.ts";

/** BenchCounts are the requests of one command, by what they were for. */
export interface BenchCounts {
  /** GraphQL requests for the organization, its teams and its repositories. */
  readonly inventory: number;
  readonly inventoryPoints: number;
  readonly trees: number;
  /** Requests for file texts, through GraphQL or REST. */
  readonly blobs: number;
  /** GraphQL requests for commits of the past and their folders. */
  readonly past: number;
  /** GraphQL requests for the branches that inputs point to, once a day. */
  readonly drift: number;
  /** Anything else, such as custom properties. */
  readonly other: number;
}

/** CountedRun is one command with what it asked for. */
export interface CountedRun extends CommandRun {
  readonly counts: BenchCounts;
}

/** countRequests sorts the requests that an emulator has logged. */
export function countRequests(entries: readonly LoggedRequest[]): BenchCounts {
  const isText = ({ operation }: LoggedRequest) => operation === "Blobs" || operation === "blobs";
  const isTree = ({ operation }: LoggedRequest) => operation === "trees";
  const isPast = ({ operation }: LoggedRequest) => ["History", "CommitsBefore", "Folders"].includes(operation);
  const isDrift = ({ operation }: LoggedRequest) => operation === "Branches";
  const isOther = (entry: LoggedRequest) => isText(entry) || isPast(entry) || isDrift(entry);
  const inventory = entries.filter((entry) => entry.kind === "graphql" && !isOther(entry));
  const drift = entries.filter(isDrift).length;
  const trees = entries.filter(isTree).length;
  const blobs = entries.filter(isText).length;
  const past = entries.filter(isPast).length;
  return {
    inventory: inventory.length,
    inventoryPoints: inventory.reduce((sum, { cost }) => sum + cost, 0),
    trees,
    blobs,
    past,
    drift,
    other: entries.length - inventory.length - trees - blobs - past - drift,
  };
}
