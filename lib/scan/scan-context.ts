import type { Instant } from "#lib/model/instant.ts";
import type { OwnershipSettings } from "#lib/model/ownership.ts";
import type { Policy } from "#lib/model/policy.ts";
import type { SourceProvider } from "#lib/providers/source-provider.ts";
import type { Database } from "#lib/store/database.ts";

/** ScanContext is all that one step of a scan works with, in whichever process it runs. */
export interface ScanContext {
  readonly database: Database;
  readonly provider: SourceProvider;
  readonly organizationId: string;
  readonly scanId: string;
  /** Reads every repository again, changed or not. */
  readonly isFull: boolean;
  readonly policy: Policy;
  readonly ownership: OwnershipSettings;
  /** The organization's login, as in `KnownTeams`. */
  readonly login: string | null;
  /** The moment at which the scan began, which every age is counted to. */
  readonly asOf: Instant;
  /** The clock, for the moments at which something was done. */
  readonly now: () => Instant;
  readonly signal: AbortSignal;
}
