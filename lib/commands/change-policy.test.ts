import { afterAll, expect, it } from "vitest";
import { defaultPolicy } from "#lib/model/policy.ts";
import type { ScanService } from "#lib/scan/scan-service.ts";
import { day, givenOrganization } from "#lib/store/testing/fixtures.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { applyPolicy, overridesWith } from "./change-policy.ts";

it("a part that is put back by hand follows the default again, as one that is put back by its button", () => {
  const before = { nixpkgsAgeDaysMax: 45, inputAgeDaysMax: 60 };
  const { nixpkgsAgeDaysMax, helperLibraries } = defaultPolicy;

  expect(overridesWith(before, { nixpkgsAgeDaysMax })).toEqual({ inputAgeDaysMax: 60 });
  expect(overridesWith(before, { nixpkgsAgeDaysMax: null })).toEqual({ inputAgeDaysMax: 60 });
  expect(overridesWith({}, { helperLibraries: [...helperLibraries] })).toEqual({});
  expect(overridesWith({}, { helperLibraries: helperLibraries.slice(1) })).toEqual({
    helperLibraries: helperLibraries.slice(1),
  });
});

it("nothing is changed by what the policy refuses, and it is told line by line", () => {
  expect(() => overridesWith({}, { helperLibraries: ["acme/kit", "no slash"] })).toThrow(
    "Nothing was changed: helperLibraries, line 2, is owner/repository.",
  );
});

describeEachDatabase("a change of the policy", (database) => {
  afterAll(() => {
    globalThis.flakeboardScanService = undefined;
  });

  const roles = { rolesByPath: [{ pattern: "demo/**", role: "example" }] };
  const both = { ...roles, inputAgeDaysMax: 44 };

  it.each([
    ["of an age, by a usual scan", { inputAgeDaysMax: 45 }, false, ["scan"]],
    ["of the roles of folders, by one that reads everything", roles, false, ["full scan"]],
    ["while a scan is open, by one behind it", { inputAgeDaysMax: 45 }, true, ["scan", "scan behind it"]],
    ["of both while a scan is open, by a full one behind it", both, true, ["full scan", "full scan behind it"]],
    ["of goals, by none", { goals: [{ metricId: "adoption", team: null, share: 0.8, by: "2027-03-31" }] }, false, []],
  ])("is judged by: %s", async (_, changes, isScanOpen, expected) => {
    const organization = await givenOrganization(database());
    const asked: string[] = [];
    const scanOf = (isFull: boolean) => (isFull ? "full scan" : "scan");
    const service: Pick<ScanService, "request" | "refreshOrganization"> = {
      request: async ({ isFull }) => {
        asked.push(scanOf(isFull));
        return { scanId: "1", isNew: !isScanOpen };
      },
      refreshOrganization: async (id, { isFull }) => {
        asked.push(id === organization.id ? `${scanOf(isFull)} behind it` : "of another organization");
      },
    };
    globalThis.flakeboardScanService = Promise.resolve({ ...unused, ...service });

    const context = { database: database(), organization, actor: { kind: "local" }, at: day(1) } as const;
    await applyPolicy(context, () => changes);

    expect(asked).toEqual(expected);
  });
});

const refuse = () => Promise.reject(new Error("This was not to be asked for."));
const unused: ScanService = {
  connect: refuse,
  request: refuse,
  cancel: refuse,
  refreshRepository: refuse,
  refreshTeams: refuse,
  refreshOrganization: refuse,
  stop: refuse,
};
