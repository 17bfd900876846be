import { expect, it } from "vitest";
import { overviewPath } from "./overview-path.ts";

it.each([
  ["/orgs/acme/teams/nobody", "/orgs/acme"],
  ["/orgs/a%20b/nothing", "/orgs/a%20b"],
  ["/orgs/nobody", "/"],
  ["/orgs/nobody/", "/"],
  ["/orgs", "/"],
  ["/nothing/orgs/acme/x", "/"],
  ["//elsewhere/orgs/acme/x", "/"],
])("leads from %s to %s", (pathname, path) => {
  expect(overviewPath(pathname)).toBe(path);
});
