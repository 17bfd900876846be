import { describe, expect, it } from "vitest";
import { judge, outcomes } from "../testing/judge.ts";
import { sandboxKept } from "./check.ts";

const flake = { "flake.nix": "{ outputs = inputs: { }; }" };

function summaryOf(module: string) {
  return judge(sandboxKept, { ...flake, "host.nix": module })[0]?.summary;
}

describe("sandbox-kept", () => {
  it.each([
    ["{ nix.settings.sandbox = false; }", "sandbox is false"],
    [`{ nix = { settings = { sandbox = "relaxed"; }; }; }`, "sandbox is relaxed"],
    ["{ nix.useSandbox = false; }", "sandbox is false"],
    ["{ nix.settings.require-sigs = false; }", "require-sigs is false"],
    ["{ nix.extraOptions = ''\n  require-sigs = false\n  sandbox = false\n''; }", "require-sigs is false, and 1 more"],
    [
      `{ nix.settings.substituters = [ "https://cache.acme.example?trusted=true" ]; }`,
      "what cache.acme.example serves need not be signed (trusted=true)",
    ],
    [
      `{ nix.settings.substituters = [ "http://cache.acme.example" ]; }`,
      "cache.acme.example is asked over http, without encryption",
    ],
  ])("fails for %s", (module, summary) => {
    expect(outcomes(sandboxKept, { ...flake, "host.nix": module })).toEqual({ ".": "fail" });
    expect(summaryOf(module)).toBe(summary);
  });

  it("fails for a workflow and a nix.conf that turn it off, with the line", () => {
    const run = "on: push\njobs:\n  a:\n    steps:\n      - run: nix build --option sandbox false\n";

    expect(judge(sandboxKept, { ...flake, ".github/workflows/a.yml": run })[0]).toMatchObject({
      outcome: "fail",
      evidence: [{ path: ".github/workflows/a.yml", line: 5 }],
    });
    expect(judge(sandboxKept, { ...flake, "nix.conf": "# ours\nbuild-use-sandbox = false\n" })[0]).toMatchObject({
      outcome: "fail",
      evidence: [{ path: "nix.conf", line: 2 }],
    });
  });

  it.each([
    "{ nix.settings.sandbox = true; }",
    `{ nix.settings.substituters = [ "http://localhost:5000" ]; }`,
    "{ services.other.settings.sandbox = false; }",
    "# nix.settings.sandbox = false;\n{ }",
    `{ nix.extraOptions = "# sandbox = false"; }`,
  ])("passes for %s", (module) => {
    expect(outcomes(sandboxKept, { ...flake, "host.nix": module })).toEqual({ ".": "pass" });
  });

  it("does not hold macOS to a sandbox that is off there by default", () => {
    expect(outcomes(sandboxKept, { ...flake, "hosts/darwin/nix.nix": "{ nix.settings.sandbox = false; }" })).toEqual({
      ".": "pass",
    });
  });

  it("tells what only macOS gets from the rest of a module that both share", () => {
    const shared = (condition: string) =>
      outcomes(sandboxKept, {
        ...flake,
        "shared.nix": `{ nix = lib.mkMerge [ (${condition} { settings.sandbox = false; }) ]; }`,
      });

    expect(shared("lib.optionalAttrs isDarwin")).toEqual({ ".": "pass" });
    expect(shared("lib.mkIf pkgs.stdenv.hostPlatform.isDarwin")).toEqual({ ".": "pass" });
    expect(shared("lib.optionalAttrs (!isDarwin)")).toEqual({ ".": "fail" });
    expect(shared("lib.mkIf isLinux")).toEqual({ ".": "fail" });
  });

  it("is unknown where a file cannot be read, and does not apply without a flake", () => {
    expect(outcomes(sandboxKept, { ...flake, "host.nix": { sizeBytes: 1e9 } })).toEqual({ ".": "unknown" });
    expect(outcomes(sandboxKept, {})).toEqual({ ".": "not-applicable" });
  });
});
