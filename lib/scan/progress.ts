import { whyNotEligible } from "#lib/model/repository.ts";
import type { ScanPhase } from "#lib/model/scan.ts";
import type { InventoryItem } from "#lib/providers/source-provider.ts";
import { heartbeatScan } from "#lib/store/scans.ts";
import type { ScanContext } from "./scan-context.ts";

/** Progress keeps the scan's row moving, so that a page can show it and a stopped heart can be told. */
export interface Progress {
  enter(phase: ScanPhase): Promise<void>;
  /** A page of the inventory has arrived. */
  listed(page: { readonly total: number; readonly items: readonly InventoryItem[] }): Promise<void>;
  count(outcome: "read" | "unchanged" | "failed"): Promise<void>;
  failed(): number;
  save(): Promise<void>;
}

// A page asks once a second; writing more often would only cost the repositories their turn.
const saveIntervalMs = 500;

/** createProgress begins at the inventory with nothing counted. */
export function createProgress({ database, scanId, provider, now }: ScanContext): Progress {
  let phase: ScanPhase = "inventory";
  let total = 0;
  let eligible = 0;
  let failed = 0;
  let savedAtMs = 0;

  async function save(): Promise<void> {
    savedAtMs = Date.parse(now());
    await heartbeatScan(database, scanId, {
      phase,
      total,
      eligible,
      requests: requestsOf(provider.usage()),
      at: now(),
    });
  }

  async function saveSometimes(): Promise<void> {
    if (Date.parse(now()) - savedAtMs >= saveIntervalMs) await save();
  }

  return {
    async enter(next) {
      phase = next;
      await save();
    },
    async listed(page) {
      total = page.total;
      for (const item of page.items) {
        if (item.status === "failed") failed += 1;
        else if (whyNotEligible(item.repository) === null) eligible += 1;
      }
      await save();
    },
    async count(outcome) {
      if (outcome === "failed") failed += 1;
      await saveSometimes();
    },
    failed: () => failed,
    save,
  };
}

function requestsOf({ graphql, rest, points, remainingPoints }: ReturnType<ScanContext["provider"]["usage"]>) {
  return { graphql, rest, points, remainingPoints };
}
