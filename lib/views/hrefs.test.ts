import { describe, expect, it } from "vitest";
import { findingAnchor } from "./hrefs.ts";

describe("findingAnchor", () => {
  it.each([
    [".", "inputs-fresh"],
    ["./nixpkgs", "inputs-fresh:nixpkgs"],
    ["./nix/nixpkgs", "inputs-fresh:nix/nixpkgs"],
    ["./a b#c/ü", "inputs-fresh:a%20b%23c/%C3%BC"],
  ])("of %s is %s, which an address can hold", (subject, anchor) => {
    expect(findingAnchor("inputs-fresh", subject)).toBe(anchor);
  });
});
