import { describe, expect, it } from "vitest";
import { parseFlakeHubRange, parseFlakeHubRelease } from "./flakehub.ts";

const rev = "2aae6c35c94fcfb415dbe95f408b9ce91ee846ed";
const uuid = "0190cb2f-1f2b-7a5b-9d2c-000000000000";

describe("parseFlakeHubRange", () => {
  it.each([
    ["https://flakehub.com/f/NixOS/nixpkgs/0.1", "0.1"],
    ["https://flakehub.com/f/NixOS/nixpkgs/0.1.*.tar.gz", "0.1.*"],
    ["https://flakehub.com/f/NixOS/nixpkgs/%2A", "*"],
    ["https://flakehub.com/f/NixOS/nixpkgs/%3D3.2.1.tar.gz", "=3.2.1"],
    ["https://api.flakehub.com/f/NixOS/nixpkgs/~0.2305", "~0.2305"],
  ])("reads the range of %s, decoded", (url, range) => {
    expect(parseFlakeHubRange(url)).toEqual({ org: "NixOS", project: "nixpkgs", range });
  });

  it.each([
    "https://flakehub.com/f/NixOS/nixpkgs",
    "https://flakehub.com/flake/NixOS/nixpkgs/0.1",
    "https://flakehub.com.evil.example/f/NixOS/nixpkgs/0.1",
    `https://api.flakehub.com/f/pinned/NixOS/nixpkgs/0.1.1/${uuid}/source.tar.gz`,
    "github:NixOS/nixpkgs",
    "nixpkgs",
    "",
  ])("finds no range in %s", (url) => {
    expect(parseFlakeHubRange(url)).toBeNull();
  });
});

describe("parseFlakeHubRelease", () => {
  const pinned = "https://api.flakehub.com/f/pinned";

  it("reads the resolved version, and the commit when the release is a rolling one", () => {
    const release = { org: "NixOS", project: "nixpkgs", version: "0.1.758135" };

    expect(parseFlakeHubRelease(`${pinned}/NixOS/nixpkgs/0.1.758135%2Brev-${rev}/${uuid}/source.tar.gz`)).toEqual({
      ...release,
      rev,
    });
    expect(parseFlakeHubRelease(`${pinned}/NixOS/nixpkgs/0.1.758135/${uuid}/source.tar.gz`)).toEqual({
      ...release,
      rev: null,
    });
  });

  it.each([
    "https://flakehub.com/f/NixOS/nixpkgs/0.1",
    `${pinned}/NixOS/nixpkgs/0.1.1`,
    "https://example.com/f/pinned/a/b/1.0.0/u/source.tar.gz",
    "https://exa mple.com/",
  ])("finds no release in %s", (url) => {
    expect(parseFlakeHubRelease(url)).toBeNull();
  });
});
