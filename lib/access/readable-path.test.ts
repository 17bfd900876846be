import { expect, it } from "vitest";
import { isReadablePath } from "./readable-path.ts";

it.each(["/orgs/%E0%A4%A", "/orgs/%", "/orgs/%zz", "/%ff"])("cannot read %s", (path) => {
  expect(isReadablePath(path)).toBe(false);
});

it.each(["/", "/orgs/caf%C3%A9", "/orgs/sample/inputs/github:nixos~1nixpkgs", "/a%2Fb"])("reads %s", (path) => {
  expect(isReadablePath(path)).toBe(true);
});
