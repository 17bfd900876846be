import { expect, test } from "vitest";
import { shapeOfNext } from "./page-shape.ts";

test.each([
  ["/orgs/acme", "overview"],
  ["/orgs/acme/trends", "cards"],
  ["/orgs/acme/repositories", "table"],
  ["/orgs/acme/repositories/ledger", "details"],
  ["/orgs/acme/repositories/ledger/graph", "details"],
  ["/orgs/acme/why/adoption", "table"],
  ["/orgs/acme/settings/waivers", "cards"],
])("%s comes as %s", (next, shape) => {
  expect(shapeOfNext(next, "/orgs/acme/teams")).toBe(shape);
});

test.each([
  ["another question to the same page", "/orgs/acme/teams", "/orgs/acme/teams"],
  ["another section of the settings", "/orgs/acme/settings/goals", "/orgs/acme/settings"],
  ["an address outside of an organization", "/setup", "/orgs/acme"],
  ["another organization, whose frame is another", "/orgs/umbrella", "/orgs/acme"],
  ["an address that no page has", "/orgs/acme/elsewhere", "/orgs/acme"],
])("the page that is open stays for %s", (_, next, current) => {
  expect(shapeOfNext(next, current)).toBeNull();
});
