import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import {
  findOrganization,
  listOrganizations,
  registerOrganization,
  removeOrganization,
  removeSampleOrganizations,
} from "./organizations.ts";
import { analysisOf, givenOrganization, givenRunningScan, recordAnalysis } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";

function organizationOf(login: string, changes: object = {}) {
  return {
    provider: "github" as const,
    providerId: randomUUID(),
    login,
    name: login,
    url: null,
    isSample: false,
    location: "https://api.github.com",
    ...changes,
  };
}

describeEachDatabase("registerOrganization", (database) => {
  it("records an organization once, under its login in small letters", async () => {
    const db = database();
    const organization = organizationOf(`Acme-${randomUUID()}`);

    const first = await registerOrganization(db, organization);
    const second = await registerOrganization(db, organization);

    const { id, createdAt } = first;
    expect(first).toEqual({
      ...organization,
      id,
      createdAt,
      slug: organization.login.toLowerCase(),
      scanCron: null,
    });
    expect(second).toEqual(first);
    expect(await findOrganization(db, first.slug)).toEqual(first);
  });

  it("keeps row and slug of an organization that was renamed", async () => {
    const db = database();
    const organization = organizationOf(`old-${randomUUID()}`);
    const before = await registerOrganization(db, organization);

    const after = await registerOrganization(db, { ...organization, login: "new-name", name: "New" });

    expect(after).toEqual({ ...before, login: "new-name", name: "New" });
  });

  it("finds another slug when the login is taken", async () => {
    const db = database();
    const login = `taken-${randomUUID()}`;

    const slugs = [];
    for (const provider of ["github", "github", "local", "local"] as const) {
      slugs.push((await registerOrganization(db, organizationOf(login, { provider }))).slug);
    }

    expect(slugs).toEqual([login, `${login}-github`, `${login}-local`, `${login}-local-2`]);
  });

  it("records one row when the same organization is registered several times at once", async () => {
    const db = database();
    const organization = organizationOf(`race-${randomUUID()}`);

    const records = await Promise.all(Array.from({ length: 5 }, () => registerOrganization(db, organization)));

    expect(new Set(records.map(({ id }) => id)).size).toBe(1);
  });

  it.each([
    ["My Repos (2026)/x", "my-repos-2026-x"],
    ["..", "organization"],
    ["日本", "organization"],
  ])("makes a name fit for an address out of %s", async (login, slug) => {
    const db = database();

    const record = await registerOrganization(db, organizationOf(login, { provider: "local", location: randomUUID() }));

    expect(record.slug.startsWith(slug)).toBe(true);
    expect(record.login).toBe(login);
  });
});

describeEachDatabase("removeOrganization", (database) => {
  it("removes everything of it and nothing of others, and may be repeated", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await recordAnalysis(db, analysisOf(row, 3));
    const other = await givenOrganization(db);

    await removeOrganization(db, row.organizationId);
    await removeOrganization(db, row.organizationId);

    const ids = (await listOrganizations(db)).map(({ id }) => id);
    expect(ids).toContain(other.id);
    expect(ids).not.toContain(row.organizationId);
    expect(await db.client.finding.count({ where: { repositoryId: row.repositoryId } })).toBe(0);
    expect(await db.client.scan.count({ where: { id: row.scanId } })).toBe(0);
  });
});

describeEachDatabase("removeSampleOrganizations", (database) => {
  it("removes the sample with all that was recorded of it, and no real organization", async () => {
    const db = database();
    const real = {
      provider: "github",
      providerId: "O_1",
      login: "acme",
      name: "Acme",
      url: null,
      isSample: false,
    } as const;
    await registerOrganization(db, { ...real, location: "https://api.github.com" });
    await registerOrganization(db, {
      ...real,
      provider: "local",
      login: "sample",
      isSample: true,
      location: "/sample",
    });

    expect(await removeSampleOrganizations(db)).toBe(1);
    expect(await removeSampleOrganizations(db)).toBe(0);
    expect((await listOrganizations(db)).map(({ slug }) => slug)).toEqual(["acme"]);
  });
});
