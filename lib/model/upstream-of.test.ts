import { describe, expect, it } from "vitest";
import { upstreamOf } from "./upstream-of.ts";

describe("upstreamOf", () => {
  it.each([
    [{ type: "github", owner: "NixOS", repo: "Nixpkgs", ref: "nixos-unstable" }, "github:nixos/nixpkgs"],
    [{ type: "github", owner: "o", repo: "r", host: "Git.Example.org" }, "github:git.example.org/o/r"],
    [{ type: "gitlab", owner: "group%2Fsub", repo: "r" }, "gitlab:group/sub/r"],
    [{ type: "sourcehut", owner: "~who", repo: "r" }, "sourcehut:~who/r"],
    [{ type: "indirect", id: "Nixpkgs" }, "indirect:nixpkgs"],
    [{ type: "path", path: "./Sub" }, "path:./Sub"],
    [{ type: "git", url: "https://git.example.org/Team/tool.git" }, "git:git.example.org/team/tool"],
    [{ type: "git", url: "ssh://git@git.example.org:2222/team/tool" }, "git:git.example.org:2222/team/tool"],
    [{ type: "git", url: "file:///srv/git/tool" }, "git:/srv/git/tool"],
    [{ type: "git", url: "ssh://git@github.com/NixOS/nixpkgs.git" }, "github:nixos/nixpkgs"],
    [{ type: "hg", url: "https://hg.example.org/tool" }, "hg:hg.example.org/tool"],
    [{ type: "tarball", url: "https://github.com/NixOS/nixpkgs/archive/abc.tar.gz" }, "github:nixos/nixpkgs"],
    [{ type: "tarball", url: "https://flakehub.com/f/NixOS/nixpkgs/0.1.*.tar.gz" }, "flakehub:nixos/nixpkgs"],
    [
      { type: "tarball", url: "https://api.flakehub.com/f/pinned/NixOS/nixpkgs/0.1.9/0190-ab/source.tar.gz?rev=1" },
      "flakehub:nixos/nixpkgs",
    ],
    [
      { type: "tarball", url: "https://channels.nixos.org/nixos-25.05/nixexprs.tar.xz" },
      "tarball:channels.nixos.org/nixos-25.05/nixexprs.tar.xz",
    ],
    [{ type: "file", url: "https://example.org/data.json#part" }, "file:example.org/data.json"],
  ])("reads %j as %s", (attributes, upstream) => {
    expect(upstreamOf(attributes)).toBe(upstream);
  });

  it("leaves user, password, query and fragment of a URL out", () => {
    expect(upstreamOf({ type: "git", url: "https://me:secret@git.example.org/team/tool?token=secret" })).toBe(
      "git:git.example.org/team/tool",
    );
  });

  it.each([
    {},
    { type: "github", owner: "o" },
    { type: "github", owner: 1, repo: true },
    { type: "git", url: "not a url" },
    { type: "mercury", url: "https://example.org" },
    { type: "indirect" },
    { type: "path", path: "" },
  ])("does not guess at %j", (attributes) => {
    expect(upstreamOf(attributes)).toBeNull();
  });
});
