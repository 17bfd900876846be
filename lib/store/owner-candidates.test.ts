import { expect, it } from "vitest";
import type { OwnershipCandidates } from "#lib/model/ownership.ts";
import { listOwnerCandidates, recordOwnerCandidates } from "./owner-candidates.ts";
import { recordInventory } from "./record-inventory.ts";
import { day, givenOrganization, repositoryOf } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";

describeEachDatabase("owner candidates", (database) => {
  it("come back as they were kept, and a repository without any is left out", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    const ids = await recordInventory(db, id, [repositoryOf("tool"), repositoryOf("other")], day(1));
    const [tool = "", other = ""] = [ids.get("id-tool"), ids.get("id-other")];
    const candidates: OwnershipCandidates = {
      mapping: null,
      property: { rule: "custom-property", teamSlugs: ["web"], detail: "custom property team" },
      permission: { rule: "team-permission", teamSlugs: ["a", "b"], detail: "admin permission" },
    };

    await recordOwnerCandidates(db, new Map([[tool, candidates]]));

    expect(await listOwnerCandidates(db, [tool, other])).toEqual(new Map([[tool, candidates]]));
  });
});
