import { describe, expect, it } from "vitest";
import { inputHref, revisionOf, upstreamItem, upstreamKey, upstreamOfKey, upstreamUrl } from "./upstream-item.ts";

const upstreams = [
  "github:nixos/nixpkgs",
  "sourcehut:~sircmpwn/scdoc",
  "tarball:example.org/a~1b/50%25 off.tar.gz",
  "git:[::1]:8080/x",
  "github:ö/ä",
];

describe("upstreamKey", () => {
  it.each(upstreams)("is one part of an address from which %s comes back, decoded by the router or not", (upstream) => {
    const key = upstreamKey(upstream);

    expect(key).not.toMatch(/[/?#]/);
    expect(upstreamOfKey(key)).toBe(upstream);
    expect(new URL(inputHref("acme", upstream), "http://x").pathname.split("/")).toHaveLength(5);
  });

  it("stays readable", () => {
    expect(inputHref("acme", "github:nixos/nixpkgs", "abcdef0")).toBe(
      "/orgs/acme/inputs/github:nixos~1nixpkgs?revision=abcdef0",
    );
  });

  it("gives back text that no key would be, for a page that finds nothing", () => {
    expect(upstreamOfKey("%E0%A4%A")).toBe("%E0%A4%A");
  });
});

describe("upstreamUrl", () => {
  it.each([
    ["github:nixos/nixpkgs", "https://github.com/nixos/nixpkgs"],
    ["gitlab:group/sub/tool", "https://gitlab.com/group/sub/tool"],
    ["sourcehut:~sircmpwn/scdoc", "https://git.sr.ht/~sircmpwn/scdoc"],
    ["flakehub:nixos/nixpkgs", "https://flakehub.com/flake/nixos/nixpkgs"],
    ["git:codeberg.org/me/tool", "https://codeberg.org/me/tool"],
  ])("leads to the public forge of %s", (upstream, url) => {
    expect(upstreamUrl(upstream)).toBe(url);
  });

  it.each([
    "github:ghes.example/me/tool",
    "gitlab:gitlab.example.org/me/tool",
    "git:git.internal/me/tool",
    "tarball:evil.example/x",
    "indirect:nixpkgs",
  ])("leaves %s text: its host is not a public forge", (upstream) => {
    expect(upstreamUrl(upstream)).toBeNull();
  });

  it("cannot be led elsewhere by a name", () => {
    expect(upstreamUrl("github:a/b?x#y")).toBe("https://github.com/a/b%3Fx%23y");
  });
});

describe("upstreamItem", () => {
  it("tells kind and name, and takes what it does not know for an archive", () => {
    expect(upstreamItem("acme", "flakehub:a/b")).toMatchObject({ kind: "flakehub", name: "a/b" });
    expect(upstreamItem("acme", "constructor:a/b")).toMatchObject({ kind: "tarball", name: "a/b" });
  });
});

describe("revisionOf", () => {
  it("takes 7 to 64 hexadecimal digits and nothing else", () => {
    expect(revisionOf("ABCDEF0")).toBe("abcdef0");
    for (const text of [null, "", "abcdef", "g".repeat(40), "a".repeat(65), "abcdef0%"]) {
      expect(revisionOf(text)).toBeNull();
    }
  });
});
