import { describe, expect, it } from "vitest";
import { judge, outcomes } from "../testing/judge.ts";
import { privateCacheUsed } from "./check.ts";

const flake = "{ outputs = inputs: { }; }";
const install = "DeterminateSystems/determinate-nix-action@v3";

function repository(steps: readonly string[], flakeText = flake) {
  const lines = steps.map((step) => `      - ${step}\n`).join("");
  return { "flake.nix": flakeText, ".github/workflows/ci.yml": `on: push\njobs:\n  ci:\n    steps:\n${lines}` };
}

describe("private-cache-used", () => {
  it("passes for a private cache, and shows its line", () => {
    const files = repository([`uses: ${install}`, "uses: DeterminateSystems/flakehub-cache-action@v3"]);

    expect(judge(privateCacheUsed, files)).toEqual([
      {
        subject: ".",
        outcome: "pass",
        summary: "determinatesystems/flakehub-cache-action is private",
        evidence: [{ path: ".github/workflows/ci.yml", line: 6 }],
      },
    ]);
  });

  it("fails for a build without cache, and for a cache of continuous integration only", () => {
    expect(judge(privateCacheUsed, repository([`uses: ${install}`, "run: nix build"]))[0]).toMatchObject({
      outcome: "fail",
      summary: "workflows build with Nix without a cache",
      evidence: [{ path: ".github/workflows/ci.yml", line: 6 }],
    });
    const magic = repository(["uses: DeterminateSystems/magic-nix-cache-action@v13", "run: nix build"]);
    expect(outcomes(privateCacheUsed, magic)).toEqual({ ".": "fail" });
    const hidden = repository(["uses: DeterminateSystems/magic-nix-cache-action@v13", "run: ./build.sh"]);
    expect(outcomes(privateCacheUsed, hidden)).toEqual({ ".": "fail" });
  });

  it("does not claim that a Cachix cache is public", () => {
    const files = repository(["{ uses: cachix/cachix-action@v16, with: { name: acme } }", "run: nix build"]);

    expect(judge(privateCacheUsed, files)[0]).toMatchObject({
      outcome: "unknown",
      summary: "whether acme.cachix.org is private cannot be seen in the repository",
    });
  });

  it("sees the caches that nixConfig names", () => {
    const config = (url: string) => `{ nixConfig.extra-substituters = [ "${url}" ]; outputs = inputs: { }; }`;

    expect(outcomes(privateCacheUsed, repository(["run: nix build"], config("s3://acme-cache")))).toEqual({
      ".": "pass",
    });
    expect(outcomes(privateCacheUsed, repository(["run: nix build"], config("https://acme.cachix.org")))).toEqual({
      ".": "unknown",
    });
    expect(outcomes(privateCacheUsed, repository(["run: nix build"], config("https://cache.nixos.org/")))).toEqual({
      ".": "fail",
    });
  });

  it("is unknown where a list of caches is computed, which may name a private one", () => {
    const caches = `\${{ vars.CACHES }}`;
    const install = `{ uses: cachix/install-nix-action@v31, with: { extra_nix_config: "substituters = ${caches}" } }`;

    expect(judge(privateCacheUsed, repository([install, "run: nix build"]))).toEqual([
      {
        subject: ".",
        outcome: "unknown",
        summary: "a list of caches is computed, and may name a private one",
        evidence: [{ path: ".github/workflows/ci.yml", line: 5 }],
      },
    ]);
    const flakeText = "{ nixConfig.extra-substituters = import ./caches.nix; outputs = inputs: { }; }";
    expect(outcomes(privateCacheUsed, repository(["run: nix build"], flakeText))).toEqual({ ".": "unknown" });
  });

  it("does not apply where no workflow builds with Nix, whatever cache flake.nix names", () => {
    const named = `{ nixConfig.extra-substituters = "https://nix-community.cachix.org"; outputs = inputs: { }; }`;

    expect(outcomes(privateCacheUsed, { "flake.nix": named })).toEqual({ ".": "not-applicable" });
    expect(outcomes(privateCacheUsed, repository([`uses: ${install}`]))).toEqual({ ".": "not-applicable" });
    expect(outcomes(privateCacheUsed, {})).toEqual({ ".": "not-applicable" });
  });

  it("does not ask Hydra, which has a cache of its own, for another", () => {
    const hydra = "{ outputs = inputs: { hydraJobs.x86_64-linux.app = inputs.app; }; }";

    expect(outcomes(privateCacheUsed, { "flake.nix": hydra })).toEqual({ ".": "not-applicable" });
  });

  it("is unknown where an action of the repository, or a workflow from elsewhere, may set one up", () => {
    const local = repository(["uses: ./.github/actions/setup-nix", "run: nix build"]);
    const called = "on: push\njobs:\n  nix:\n    uses: acme/workflows/.github/workflows/nix.yml@main\n";

    expect(outcomes(privateCacheUsed, local)).toEqual({ ".": "unknown" });
    expect(outcomes(privateCacheUsed, { "flake.nix": flake, ".github/workflows/ci.yml": called })).toEqual({
      ".": "unknown",
    });
  });

  it("is unknown where a workflow cannot be read", () => {
    expect(outcomes(privateCacheUsed, { "flake.nix": flake, ".github/workflows/ci.yml": "a: [" })).toEqual({
      ".": "unknown",
    });
  });
});
