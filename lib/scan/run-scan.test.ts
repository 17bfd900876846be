import { expect, it } from "vitest";
import type { Database } from "#lib/store/database.ts";
import { finishScan } from "#lib/store/scan-progress.ts";
import { createScan } from "#lib/store/scans.ts";
import { day, givenOrganization } from "#lib/store/testing/fixtures.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { runScan } from "./run-scan.ts";

const asked = { trigger: "command", requestedBy: "local", at: day(1) } as const;

/** Runs a scan while another one is open; each ends as soon as it is waited for. */
async function runBehind(db: Database, open: { readonly isFull: boolean }, wanted: { readonly isFull: boolean }) {
  const organization = await givenOrganization(db);
  const organizationId = organization.id;
  const { scanId: openId } = await createScan(db, { organizationId, ...asked, ...open });
  const service = {
    async request() {
      const answer = await createScan(db, { organizationId, ...asked, ...wanted });
      await finishScan(db, answer.scanId, { state: "completed", failure: null, at: day(2) });
      return answer;
    },
  };
  const begun: string[] = [];
  const request = { organization, trigger: "command", actor: { kind: "local" }, ...wanted } as const;
  const watch = { onBegun: (scanId: string) => begun.push(scanId), onProgress: () => {} };
  return { scan: await runScan(db, service, request, watch), begun, openId };
}

describeEachDatabase("a scan that is waited for, while another one is open", (database) => {
  it("is a full one behind it, when everything is to be read and the open one does not", async () => {
    const { scan, begun, openId } = await runBehind(database(), { isFull: false }, { isFull: true });

    expect(scan.id).not.toBe(openId);
    expect(scan).toMatchObject({ isFull: true, state: "completed" });
    expect(begun).toEqual([scan.id]);
  });

  it.each([
    { isFull: true, wanted: { isFull: true } },
    { isFull: true, wanted: { isFull: false } },
    { isFull: false, wanted: { isFull: false } },
  ])("is the open one, when that does what is wanted: $isFull for $wanted", async ({ isFull, wanted }) => {
    const { scan, begun, openId } = await runBehind(database(), { isFull }, wanted);

    expect(scan).toMatchObject({ id: openId, isFull });
    expect(begun).toEqual([]);
  });
});
