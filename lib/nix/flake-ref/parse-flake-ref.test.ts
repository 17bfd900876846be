import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FlakeRef } from "./flake-ref.ts";
import { flakeRefToUrl } from "./flake-ref-to-url.ts";
import { parseFlakeRef } from "./parse-flake-ref.ts";

const rev = "2aae6c35c94fcfb415dbe95f408b9ce91ee846ed";

/** What `builtins.parseFlakeRef` of Nix 2.34.8 gives, but for the cases that name a later version. */
const accepted: Readonly<Record<string, FlakeRef>> = {
  // registry
  nixpkgs: { id: "nixpkgs", type: "indirect" },
  "nixpkgs#": { id: "nixpkgs", type: "indirect" },
  "flake:nixpkgs": { id: "nixpkgs", type: "indirect" },
  "flake:nixpkgs?dir=lib": { dir: "lib", id: "nixpkgs", type: "indirect" },
  "nixpkgs/release-20.09": { id: "nixpkgs", ref: "release-20.09", type: "indirect" },
  "sub/dir": { id: "sub", ref: "dir", type: "indirect" },
  [`nixpkgs/${rev.toUpperCase()}`]: { id: "nixpkgs", rev, type: "indirect" },
  [`nixpkgs/br/${rev}`]: { id: "nixpkgs", ref: "br", rev, type: "indirect" },
  "flake:/nixpkgs///branch////": { id: "nixpkgs", ref: "branch", type: "indirect" },
  // forges
  "github:NixOS/nixpkgs": { owner: "NixOS", repo: "nixpkgs", type: "github" },
  "github:o/r/nixos-unstable?dir=a/b": { dir: "a/b", owner: "o", ref: "nixos-unstable", repo: "r", type: "github" },
  "github:o/r?dir=": { owner: "o", repo: "r", type: "github" },
  "github:o/r/pull/357207/head": { owner: "o", ref: "pull/357207/head", repo: "r", type: "github" },
  [`github:o/r/${rev}`]: { owner: "o", repo: "r", rev, type: "github" },
  [`github:o/r/${rev}/x`]: { owner: "o", ref: `${rev}/x`, repo: "r", type: "github" },
  [`github:o/r?rev=${rev}`]: { owner: "o", repo: "r", rev, type: "github" },
  "github:o/r?ref=a/b": { owner: "o", ref: "a/b", repo: "r", type: "github" },
  "github:o/r/a%23": { owner: "o", ref: "a#", repo: "r", type: "github" },
  "github:o/r?host=ghe.example.com": { host: "ghe.example.com", owner: "o", repo: "r", type: "github" },
  "github:o/r?narHash=sha256-AA%2B%3D": { narHash: "sha256-AA+=", owner: "o", repo: "r", type: "github" },
  "github://////owner%42/////repo%41///x%43////": { owner: "ownerB", ref: "xC", repo: "repoA", type: "github" },
  "github:o/r/-a/b": { owner: "o", ref: "-a/b", repo: "r", type: "github" },
  "gitlab:group%2Fsub/repo": { owner: "group/sub", repo: "repo", type: "gitlab" },
  "gitlab:group%252Fsub/repo": { owner: "group%2Fsub", repo: "repo", type: "gitlab" },
  "sourcehut:~a/b/c?host=hg.sr.ht": { host: "hg.sr.ht", owner: "~a", ref: "c", repo: "b", type: "sourcehut" },
  // git
  "git://h/r?ref=b": { ref: "b", type: "git", url: "git://h/r" },
  "git+https://u:p@EXAMPLE.com:443/a?b=c&dir=d": { dir: "d", type: "git", url: "https://u:p@EXAMPLE.com:443/a?b=c" },
  "git+ssh://git@github.com/o/r?shallow=1&submodules=0&lfs=true": {
    lfs: false,
    shallow: true,
    submodules: false,
    type: "git",
    url: "ssh://git@github.com/o/r",
  },
  "git+file:///a/b?dir=c/d": { dir: "c/d", type: "git", url: "file:///a/b" },
  "git+file:.": { type: "git", url: "file:." },
  "git+https://[::1]:80/a": { type: "git", url: "https://[::1]:80/a" },
  "git+https://h:0443/a": { type: "git", url: "https://h:443/a" },
  // no host, but a `://` somewhere, is an address to Nix
  "git+ht:tps://h/r": { type: "git", url: "ht:tps://h/r" },
  "git+:https://h/r": { type: "git", url: ":https://h/r" },
  "git+ssh:a?x=://": { type: "git", url: "ssh:a?x=://" },
  // mercurial
  "hg+https://x/y?ref=a&rev=b&z=1": { ref: "a", rev: "b", type: "hg", url: "https://x/y?z=1" },
  "hg+ssh://hg@x/y?dir=a": { dir: "a", type: "hg", url: "ssh://hg@x/y" },
  // tarballs and files
  "https://x/y.tar.gz?b=1&a=2&b=3": { type: "tarball", url: "https://x/y.tar.gz?a=2&b=1" },
  "https://x/y": { type: "tarball", url: "https://x/y" },
  "https://x/y.tar.gz?rev=zz&name=n&narHash=h&lastModified=x&revCount=12&unpack=1": {
    narHash: "h",
    rev: "zz",
    revCount: 12,
    type: "tarball",
    url: "https://x/y.tar.gz",
  },
  "http://x/+3d.tar.gz": { type: "tarball", url: "http://x/%2B3d.tar.gz" },
  'https://x/y?q="q" z': { type: "tarball", url: "https://x/y?q=%22q%22%20z" },
  "https://x/y.tar.gz?x=[1]&noequals": { type: "tarball", url: "https://x/y.tar.gz?x=%5B1%5D" },
  "tarball+https://x/y.zip?dir=d": { dir: "d", type: "tarball", url: "https://x/y.zip" },
  "file+https://x/y.tar.gz": { type: "file", url: "https://x/y.tar.gz" },
  "file:": { type: "tarball", url: "file:/" },
  "https://flakehub.com/f/NixOS/nixpkgs/0.1.*.tar.gz": {
    type: "tarball",
    url: "https://flakehub.com/f/NixOS/nixpkgs/0.1.%2A.tar.gz",
  },
  // paths
  "/foo//bar/": { path: "/foo/bar/", type: "path" },
  "/foo bar/%20?dir=a b": { dir: "a b", path: "/foo bar/%20", type: "path" },
  "path:./a%20b": { path: "./a b", type: "path" },
  "path:/a/../b": { path: "/a/../b", type: "path" },
  "path:///a": { path: "/a", type: "path" },
  "path:": { path: "/", type: "path" },
  "path:/a?lastModified=12&narHash=h&rev=abc&revCount=3": {
    lastModified: 12,
    narHash: "h",
    path: "/a",
    rev: "abc",
    revCount: 3,
    type: "path",
  },
  // relative paths, which inputs may have and the builtin refuses
  "./sub": { path: "./sub", type: "path" },
  "../x/": { path: "../x/", type: "path" },
  ".": { path: ".", type: "path" },
  "9pkgs?dir=x": { dir: "x", path: "9pkgs", type: "path" },
};

const refused = [
  "",
  "#x",
  "?dir=x",
  "nixpkgs#foo",
  "./x#foo",
  "https://x/y#z",
  "nixpkgs/a/b",
  "nixpkgs/a/b/c/d",
  "nixpkgs/a..b",
  "flake:nix.pkgs",
  "flake:",
  "github:o",
  "github:",
  "Github:o/r",
  "github:o/r/a.lock",
  "github:o/r/.a",
  "github:o/r/@",
  "github:o/r/a@{b",
  "github:o/r/a%20b",
  "github:o/r/-a",
  "github:o/r?ref=",
  `github:o/r/x?rev=${rev}`,
  `github:o/r?rev=${rev}&ref=x`,
  "github:o/r?rev=zz",
  "github:o/r/x?ref=y",
  "github:o/r?host=a_b",
  "github:o/r?submodules=1", // since 2.35
  "path://host/a",
  "path:a%2Fb",
  "path:/a?ref=x",
  "path:/a?lastModified=x",
  "git+file://host/a",
  "git:hub:o/r",
  "git+hub:o/r",
  "git+https:/h/r",
  "git+foo:h//r",
  "git+ssh:a?ref=b://c",
  "git+https://h:0/a",
  "git+https://h:99999/a",
  "git+https://a@b@c/d",
  "git+ssh://git@github.com:o/r",
  "git+ssh://git@github.com/o/r?ref=a b",
  "hg+ftp://x/y",
  "hg+https://x/y?ref=-a",
  "tarball+ftp://x/y",
  "file+git://x/y",
  "ftp://x/y.tar.gz",
  "HTTPS://x/y.tar.gz",
  "ssh://git@github.com/o/r",
  "git@github.com:o/r",
  "http://x/%zz",
  "http://x/é",
  "http://x/%FF",
  "https://x/y z.tar.gz",
  "channel:nixos-22.05",
];

describe("parseFlakeRef", () => {
  it.each(Object.entries(accepted))("gives for %s the attributes that Nix gives", (text, ref) => {
    expect(parseFlakeRef(text)).toEqual({ status: "ok", ref });
  });

  it.each(refused)("refuses %j with a reason", (text) => {
    expect(parseFlakeRef(text)).toMatchObject({ status: "error", message: expect.stringMatching(/.{8}/) });
  });

  it.each([
    ["github:o", true],
    ["github: o/r", true],
    ["git+file://@placeholder@", true],
    ["git@github.com:o/r", true],
    ["github:o?dir=x", true],
    ["github:o?foo=1", false],
    ["github:o#x", false],
    ["path:/a?ref=x", false],
    ["ftp://x/y.tar.gz", false],
  ])("knows whether Nix takes %j, which is no reference, for the path of an input", (text, isTakenForPath) => {
    expect(parseFlakeRef(text)).toMatchObject({ status: "error", isTakenForPath });
  });

  it("takes a plain URL of a non-flake for a file, unless it names an archive", () => {
    const read = (url: string) => parseFlakeRef(url, { isFlake: false });

    expect(read("https://x/y")).toEqual({ status: "ok", ref: { type: "file", url: "https://x/y" } });
    expect(read("file:///x/y")).toEqual({ status: "ok", ref: { type: "file", url: "file:///x/y" } });
    expect(read("https://x/y.tgz")).toEqual({ status: "ok", ref: { type: "tarball", url: "https://x/y.tgz" } });
    expect(read("tarball+https://x/y")).toEqual({ status: "ok", ref: { type: "tarball", url: "https://x/y" } });
    expect(read("github:o/r")).toEqual({ status: "ok", ref: { owner: "o", repo: "r", type: "github" } });
  });

  it("sorts the attributes by name", () => {
    const result = parseFlakeRef("github:o/r/x?dir=d&host=h");

    expect(result.status === "ok" && Object.keys(result.ref)).toEqual(["dir", "host", "owner", "ref", "repo", "type"]);
  });

  it("keeps a parameter named __proto__ a parameter", () => {
    expect(parseFlakeRef("https://x/y.tar.gz?__proto__=1")).toEqual({
      status: "ok",
      ref: { type: "tarball", url: "https://x/y.tar.gz?__proto__=1" },
    });
  });

  it("answers any text, however long, and what it accepts survives the way to a URL and back", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.stringMatching(
        /^(github|git\+https|hg\+https|path|flake|tarball\+https|https):\/{0,3}[a-z%/.@:?=&#*~ -]{0,40}$/,
      ),
    );

    fc.assert(
      fc.property(text, (input) => {
        const result = parseFlakeRef(input);
        if (result.status === "error") return;
        const url = flakeRefToUrl(result.ref);
        // `narHash` and `rev` of a download are not checked when read, only when shown.
        if (url.status === "error") return;
        const again = parseFlakeRef(url.url);
        if (again.status === "ok") expect(flakeRefToUrl(again.ref)).toEqual(url);
      }),
      { numRuns: 2_000 },
    );
    expect(parseFlakeRef(`github:o/${"a/".repeat(50_000)}`).status).toBe("error");
  });
});
