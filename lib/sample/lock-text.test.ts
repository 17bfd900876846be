import { describe, expect, it } from "vitest";
import { follows, relativePath } from "./flake-input.ts";
import { lockText } from "./lock-text.ts";
import { agenix, deployRs, flakeCompat, flakeUtils, nixpkgs, releaseTool } from "./upstreams.ts";

const asOf = "2026-11-23T00:00:00.000Z";
const lock = (...inputs: Parameters<typeof lockText>[0]) => JSON.parse(lockText(inputs, asOf));

describe("lockText", () => {
  it("locks an age of whole days exactly", () => {
    const { nodes } = lock(nixpkgs("nixos-unstable", 12));

    expect(nodes.nixpkgs.locked.lastModified).toBe(Date.parse("2026-11-11T00:00:00Z") / 1000);
    expect(nodes.nixpkgs.locked.rev).toMatch(/^[0-9a-f]{40}$/);
    expect(Buffer.from(nodes.nixpkgs.locked.narHash.replace("sha256-", ""), "base64")).toHaveLength(32);
    expect(nodes.nixpkgs.original).toEqual({ owner: "NixOS", ref: "nixos-unstable", repo: "nixpkgs", type: "github" });
  });

  it("numbers labels in the order in which Nix meets them", () => {
    const { nodes } = lock(nixpkgs("nixos-unstable", 12), agenix(40));

    expect(nodes.root.inputs).toEqual({ agenix: "agenix", nixpkgs: "nixpkgs_2" });
    expect(nodes.agenix.inputs.nixpkgs).toBe("nixpkgs");
  });

  it("writes follows as paths from the root, also those of inner flakes and of the flake itself", () => {
    const { nodes } = lock(nixpkgs("nixos-unstable", 12), agenix(40, { follows: { darwin: "" } }));

    expect(nodes["home-manager"].inputs.nixpkgs).toEqual(["agenix", "nixpkgs"]);
    expect(nodes.agenix.inputs.darwin).toEqual([]);
    expect(nodes.darwin).toBeUndefined();
  });

  it("writes root inputs that follow an input which follows another", () => {
    const { nodes } = lock(follows("nixpkgs", "release-tool/nixpkgs"), releaseTool("1", 50));

    expect(nodes.root.inputs.nixpkgs).toEqual(["release-tool", "nixpkgs"]);
    expect(nodes["release-tool"].inputs.nixpkgs).toEqual(["release-tool", "rust-overlay", "nixpkgs"]);
  });

  it("lets the outermost flake decide", () => {
    const { nodes } = lock(flakeUtils(700), deployRs(90, { follows: { utils: "flake-utils" } }));

    expect(nodes["deploy-rs"].inputs.utils).toEqual(["flake-utils"]);
    expect(nodes.utils).toBeUndefined();
  });

  it("marks what is no flake, and what lies in the same tree", () => {
    const { nodes } = lock(flakeCompat(400), relativePath("api", "./services/api"));

    expect(nodes["flake-compat"].flake).toBe(false);
    expect(nodes.api).toEqual({
      locked: { path: "./services/api", type: "path" },
      original: { path: "./services/api", type: "path" },
      parent: [],
    });
  });
});
