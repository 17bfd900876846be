import { expect, it } from "vitest";
import { addDays } from "#lib/model/instant.ts";
import { upstreamKey } from "#lib/model/upstream-heads.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { listUpstreamHeads } from "#lib/store/upstreams.ts";
import { updateDrift } from "./drift.ts";
import { sampleDay, scanWith, writeTestSample } from "./testing/scan-sample.ts";

describeEachDatabase("updateDrift", (database) => {
  it("asks once a day for the branches that can be asked, and leaves the others unknown", async () => {
    const { folder, remove } = await writeTestSample();
    try {
      const provider = createLocalProvider({ path: folder });
      const { organization } = await scanWith(database(), provider, { location: folder });
      const { signal } = new AbortController();
      const context = { database: database(), provider, organizationId: organization.id, signal };

      const asked = await updateDrift({ ...context, now: () => sampleDay });
      const again = await updateDrift({ ...context, now: () => addDays(sampleDay, 0.5) });
      const tomorrow = await updateDrift({ ...context, now: () => addDays(sampleDay, 1) });

      expect([again, tomorrow]).toEqual([0, asked]);
      const heads = await listUpstreamHeads(database(), organization.id);
      const devshells = heads.get(upstreamKey("github:sample/devshells", null));
      expect(devshells?.revision).toMatch(/^[0-9a-f]{40}$/);
      expect(heads.has(upstreamKey("github:nixos/nixpkgs", "nixos-unstable"))).toBe(false);
    } finally {
      remove();
    }
  });
});
