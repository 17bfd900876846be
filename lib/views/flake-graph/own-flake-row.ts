import type { TeamLink } from "../shared.ts";

/** FlakeLinkItem names a repository at the other end of a line. */
export interface FlakeLinkItem {
  readonly id: string;
  readonly name: string;
}

/** OwnFlakeRow is one repository that uses the organization's own flakes, or is used. */
export interface OwnFlakeRow {
  /** Its name in lower case. */
  readonly id: string;
  readonly name: string;
  /** Null when no repository of that name is known here. */
  readonly href: string | null;
  readonly isHere: boolean;
  readonly owners: readonly TeamLink[];
  readonly uses: readonly FlakeLinkItem[];
  readonly usedBy: readonly FlakeLinkItem[];
  /** Repositories that depend on it, in one step or more. */
  readonly affected: number;
  /** Teams that own those. */
  readonly affectedTeams: number;
  readonly circle: readonly FlakeLinkItem[];
}
