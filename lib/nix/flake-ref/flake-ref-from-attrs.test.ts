import { describe, expect, it } from "vitest";
import { isSameFlakeRef } from "./canonical-flake-ref.ts";
import type { FlakeRefAttr } from "./flake-ref.ts";
import { flakeRefFromAttrs } from "./flake-ref-from-attrs.ts";
import { flakeRefToUrl } from "./flake-ref-to-url.ts";

const rev = "2aae6c35c94fcfb415dbe95f408b9ce91ee846ed";

function read(attrs: Readonly<Record<string, FlakeRefAttr>>) {
  return flakeRefFromAttrs(Object.entries(attrs));
}

function toUrl(attrs: Readonly<Record<string, FlakeRefAttr>>) {
  const result = read(attrs);
  const url = result.status === "ok" ? flakeRefToUrl(result.ref) : result;
  return url.status === "ok" ? url.url : `error: ${url.message}`;
}

describe("flakeRefFromAttrs", () => {
  it("keeps attributes that the type allows, and dir", () => {
    const attrs = { dir: "d", lastModified: 1, owner: "o", repo: "r", rev, type: "github" };

    expect(read(attrs)).toEqual({ status: "ok", ref: attrs });
  });

  it.each([
    ["git@github.com:o/r.git", "ssh://git@github.com/o/r.git"],
    ["host:/abs/r", "ssh://host/abs/r"],
    ["/srv//git/r/", "file:///srv/git/r/"],
    ["git+https://h/r", "https://h/r"],
    ["file:/a", "file:/a"],
  ])("mends the git address %s as Git would understand it", (url, fixed) => {
    expect(read({ type: "git", url })).toEqual({ status: "ok", ref: { type: "git", url: fixed } });
  });

  it.each([
    { owner: "o", repo: "r" },
    { owner: "o", type: "github" },
    { branch: "x", owner: "o", repo: "r", type: "github" },
    { owner: 1, repo: "r", type: "github" },
    { owner: "o", ref: "x", repo: "r", rev, type: "github" },
    { id: "9", type: "indirect" },
    { type: "git", url: "./x" },
    { type: "git", url: "host:" },
    { shallow: "1", type: "git", url: "https://h/r" },
    { type: "hg", url: "x" },
    { lastModified: "1", type: "path", path: "." },
    { dir: true, type: "path", path: "." },
    { type: "path" },
  ])("refuses %j", (attrs) => {
    expect(read(attrs).status).toBe("error");
  });

  it("lets a type pass that Nix does not know", () => {
    expect(read({ type: "ipfs", cid: "x" })).toEqual({ status: "ok", ref: { cid: "x", type: "ipfs" } });
    expect(toUrl({ type: "ipfs", cid: "x" })).toMatch(/^error: /);
  });

  it("keeps a hostile name a name", () => {
    const result = flakeRefFromAttrs([
      ["type", "x"],
      ["__proto__", "y"],
    ]);

    expect(result.status === "ok" && Object.getPrototypeOf(result.ref)).toBe(Object.prototype);
    expect(result.status === "ok" && Object.keys(result.ref)).toEqual(["__proto__", "type"]);
  });
});

describe("flakeRefToUrl", () => {
  // What `builtins.flakeRefToString` of Nix 2.34.8 gives.
  it.each([
    [
      { dir: "lib", owner: "NixOS", ref: "23.05", repo: "nixpkgs", type: "github" },
      "github:NixOS/nixpkgs/23.05?dir=lib",
    ],
    [{ owner: "o", ref: "a/b", repo: "r", type: "github" }, "github:o/r/a%2Fb"],
    [
      {
        host: "h",
        narHash: "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        owner: "o",
        repo: "r",
        type: "gitlab",
      },
      "gitlab:o/r?host=h&narHash=sha256-47DEQpj8HBSa%2B/TImW%2B5JCeuQeRkm5NMpJWZG3hSuFU%3D",
    ],
    [{ id: "nixpkgs", ref: "b", rev, type: "indirect" }, `flake:nixpkgs/b/${rev}`],
    [
      { ref: "b", shallow: true, submodules: false, type: "git", url: "https://h/r" },
      "git+https://h/r?ref=b&shallow=1",
    ],
    [{ type: "git", url: "git://h/r" }, "git://h/r"],
    [{ rev, type: "hg", url: "https://h/r" }, `hg+https://h/r?rev=${rev}`],
    [{ lastModified: 1, path: "./a b", type: "path" }, "path:./a%20b?lastModified=1"],
    [{ type: "tarball", url: "https://x/y.tar.gz" }, "https://x/y.tar.gz"],
  ])("prints %j", (attrs, url) => {
    expect(toUrl(attrs)).toBe(url);
  });

  it("prints a hash in one spelling, and refuses what is no SHA-256", () => {
    const withHash = (narHash: string) => toUrl({ narHash, owner: "o", repo: "r", type: "github" });
    const bits = "B".repeat(42);

    expect(withHash(`sha256-${bits}B`)).toBe(`github:o/r?narHash=sha256-${bits}A%3D`);
    for (const hash of ["x", `sha1-${bits}A=`, "sha256-AAAA", `sha256-${bits}AA==`]) {
      expect(withHash(hash)).toMatch(/^error: .* no SHA-256/);
    }
  });
});

describe("isSameFlakeRef", () => {
  const ref = { dir: "sub", type: "git", url: "https://h/r" };

  it("sees through a dir that an older Nix left in the URL, and through spellings of the URL", () => {
    expect(isSameFlakeRef(ref, { ...ref, url: "https://h/r?dir=sub" })).toBe(true);
    expect(isSameFlakeRef(ref, { ...ref, url: "https://h/%72" })).toBe(true);
  });

  it("tells apart what differs in any attribute", () => {
    expect(isSameFlakeRef(ref, { ...ref, ref: "x" })).toBe(false);
    expect(isSameFlakeRef({ ...ref, ref: "x" }, ref)).toBe(false);
    expect(isSameFlakeRef(ref, { ...ref, url: "https://h/r?dir=other" })).toBe(false);
    expect(isSameFlakeRef({ type: "git", url: "no url" }, { type: "git", url: "no url" })).toBe(true);
  });
});
