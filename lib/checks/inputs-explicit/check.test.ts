import { describe, expect, it } from "vitest";
import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { contextOf, daysAgo, judge, outcomes } from "../testing/judge.ts";
import { fixOf, inputsOf } from "../testing/parse-fix.ts";
import { inputsExplicit } from "./check.ts";

describe("inputs-explicit", () => {
  it("fails for a bare name and for an input that only the arguments mention, each in its words", () => {
    const flake = `{
      inputs.crane.url = "github:ipetkov/crane";
      inputs.utils.url = "flake:flake-utils";
      outputs = { self, crane, utils, nixpkgs }: { };
    }`;

    expect(judge(inputsExplicit, { "flake.nix": flake })).toMatchObject([
      { subject: "./crane", outcome: "pass" },
      {
        subject: "./nixpkgs",
        outcome: "fail",
        summary: "nixpkgs is not declared; a registry decides where it comes from",
        evidence: [{ path: "flake.nix", line: 4 }],
      },
      { subject: "./utils", outcome: "fail", summary: "utils leaves it to a registry where it comes from" },
    ]);
  });

  it("is unknown for a computed reference, and does not apply without inputs", () => {
    const computed = `{ inputs.a.url = "github:" + "o/r"; outputs = i: { }; }`;

    expect(Object.values(outcomes(inputsExplicit, { "flake.nix": computed }))).toEqual(["unknown"]);
    expect(outcomes(inputsExplicit, { "flake.nix": "{ outputs = { self }: { }; }" })).toEqual({
      ".": "not-applicable",
    });
    expect(outcomes(inputsExplicit, {})).toEqual({ ".": "not-applicable" });
  });

  it("does not judge an input that follows another", () => {
    const flake = `{ inputs.a.url = "github:o/a"; inputs.nixpkgs.follows = "a/nixpkgs"; outputs = i: { }; }`;

    expect(outcomes(inputsExplicit, { "flake.nix": flake })).toEqual({ "./a": "pass" });
  });

  it("declares the input where the lock says that it came from", () => {
    const flake = `{ inputs.pinned.url = "nixpkgs/nixos-26.05"; outputs = { self, nixpkgs, flake-utils, pinned }: { }; }`;
    const nodes = {
      n: githubNode("NixOS", "nixpkgs", daysAgo(1)),
      u: githubNode("numtide", "flake-utils", daysAgo(1)),
    };
    const lock = lockText({ nixpkgs: "n", pinned: "n", "flake-utils": "u" }, nodes);
    const context = contextOf({ "flake.nix": flake, "flake.lock": lock });
    const urlOf = (name: string) =>
      inputsOf(fixOf(inputsExplicit, context, `./${name}`)?.text ?? "").inputs[name]?.declared.url;

    expect(urlOf("nixpkgs")).toBe("github:NixOS/nixpkgs/nixpkgs-unstable");
    expect(urlOf("pinned")).toBe("github:NixOS/nixpkgs/nixos-26.05");
    expect(urlOf("flake-utils")).toBe("github:numtide/flake-utils");
  });

  it("declares nothing without a lock, nor with names that would mean more in a URL", () => {
    const flake = "{ outputs = { self, nixpkgs }: { }; }";
    const hostile = lockText({ nixpkgs: "n" }, { n: githubNode("acme/x?dir=", `a"\${b}`, daysAgo(1)) });

    expect(fixOf(inputsExplicit, contextOf({ "flake.nix": flake }), "./nixpkgs")).toBeNull();
    expect(fixOf(inputsExplicit, contextOf({ "flake.nix": flake, "flake.lock": hostile }), "./nixpkgs")).toBeNull();
  });
});
