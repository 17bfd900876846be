import { describe, expect, it } from "vitest";
import { substituterClass } from "./substituter-class.ts";
import { type FixtureFiles, factsOf } from "./testing/snapshot-fixture.ts";

/** The caches as `name: class`, or why they are unknown. */
function found(files: FixtureFiles, isComplete = true): readonly string[] | string {
  const { caches } = factsOf(files, { isComplete }).caching;
  return caches.known ? caches.value.map((cache) => `${cache.name}: ${cache.class}`) : caches.reason;
}

function ofStep(...steps: readonly string[]) {
  const lines = steps.map((step) => `      - ${step}\n`).join("");
  return found({ ".github/workflows/ci.yml": `on: push\njobs:\n  ci:\n    steps:\n${lines}` });
}

describe("actions that set up a cache", () => {
  it.each([
    ["uses: DeterminateSystems/flakehub-cache-action@v3", "determinatesystems/flakehub-cache-action: private"],
    ["uses: determinatesystems/FlakeHub-Cache-Action@main", "determinatesystems/flakehub-cache-action: private"],
    ["uses: DeterminateSystems/magic-nix-cache-action@v13", "determinatesystems/magic-nix-cache-action: ci-only"],
    [
      "{ uses: DeterminateSystems/magic-nix-cache-action@v13, with: { use-flakehub: enabled } }",
      "determinatesystems/magic-nix-cache-action: private",
    ],
    [
      "{ uses: DeterminateSystems/magic-nix-cache-action@v13, with: { use-flakehub: false } }",
      "determinatesystems/magic-nix-cache-action: ci-only",
    ],
    [
      `{ uses: DeterminateSystems/magic-nix-cache-action@v13, with: { use-flakehub: "\${{ inputs.flakehub }}" } }`,
      "determinatesystems/magic-nix-cache-action: ambiguous",
    ],
    ["{ uses: cachix/cachix-action@v16, with: { name: acme, authToken: x } }", "acme: ambiguous"],
    [`{ uses: cachix/cachix-action@v16, with: { name: "\${{ matrix.cache }}" } }`, "cachix/cachix-action: ambiguous"],
    ["uses: nix-community/cache-nix-action@v6", "nix-community/cache-nix-action: ci-only"],
    ["uses: nix-community/cache-nix-action/restore@v6", "nix-community/cache-nix-action: ci-only"],
    ["{ uses: ryanccn/attic-action@v0, with: { token: x } }", "ryanccn/attic-action: private"],
    ["uses: ryanccn/attic-action@v0", "ryanccn/attic-action: ambiguous"],
    ["uses: nixbuild/nixbuild-action@v20", "nixbuild/nixbuild-action: private"],
  ])("%s", (step, cache) => {
    expect(ofStep(step)).toEqual([cache]);
  });

  it("include the whole workflow of Determinate", () => {
    const text = "on: push\njobs: { a: { uses: DeterminateSystems/ci/.github/workflows/workflow.yml@main } }\n";

    expect(found({ ".github/workflows/ci.yml": text })).toEqual([
      "determinatesystems/ci/.github/workflows/workflow.yml: private",
    ]);
  });

  it.each([
    "uses: actions/cache@v4",
    "uses: cachix/install-nix-action@v31",
    "uses: docker://nixos/nix",
    "run: nix build",
  ])("do not include %s", (step) => {
    expect(ofStep(step)).toEqual([]);
  });
});

describe("caches that are set up by hand", () => {
  it.each([
    ["run: cachix use acme", "cachix: ambiguous"],
    ["run: nix build --json | cachix push acme", "cachix: ambiguous"],
    ["run: attic push acme result", "attic: ambiguous"],
    ["run: nix copy --to s3://acme-cache .#app", "nix copy: ambiguous"],
    ["run: nix build --extra-substituters https://cache.acme.example", "a substituter in the workflow: ambiguous"],
    [
      '{ uses: cachix/install-nix-action@v31, with: { extra_nix_config: "extra-substituters = https://x" } }',
      "a substituter in the workflow: ambiguous",
    ],
  ])("are seen: %s", (step, cache) => {
    expect(ofStep(step)).toEqual([cache]);
  });
});

describe("caches that nixConfig names", () => {
  const flake = (config: string) => `{\n  nixConfig.${config};\n  outputs = inputs: { };\n}`;

  it("are seen in main flakes, with their line", () => {
    const files = {
      "flake.nix": flake(`extra-substituters = [ "https://acme.cachix.org" "https://cache.nixos.org" ]`),
      "nix/flake.nix": flake(`substituters = "s3://acme https://nix-community.cachix.org"`),
      "templates/a/flake.nix": flake(`substituters = "https://template.example"`),
    };

    const source = "nix-config";
    expect(factsOf(files).caching.caches).toEqual({
      known: true,
      value: [
        {
          name: "acme.cachix.org",
          class: "ambiguous",
          source,
          url: "https://acme.cachix.org",
          evidence: { path: "flake.nix", line: 2 },
        },
        {
          name: "cache.nixos.org",
          class: "public",
          source,
          url: "https://cache.nixos.org",
          evidence: { path: "flake.nix", line: 2 },
        },
        { name: "acme", class: "private", source, url: "s3://acme", evidence: { path: "nix/flake.nix", line: 2 } },
        {
          name: "nix-community.cachix.org",
          class: "public",
          source,
          url: "https://nix-community.cachix.org",
          evidence: { path: "nix/flake.nix", line: 2 },
        },
      ],
    });
  });

  it("are not keys, and not what a comment says", () => {
    expect(found({ "flake.nix": flake(`extra-trusted-public-keys = [ "acme:substituters" ]`) })).toEqual([]);
    expect(found({ "flake.nix": "# substituters\n{ outputs = inputs: { }; }" })).toEqual([]);
  });
});

describe("substituterClass", () => {
  it.each([
    ["https://cache.nixos.org/", "cache.nixos.org", "public"],
    ["https://cache.flakehub.com", "cache.flakehub.com", "private"],
    ["s3://acme?region=eu-west-1", "acme", "private"],
    ["ssh-ng://nix@builder.acme.example", "builder.acme.example", "private"],
    ["HTTPS://Acme.Cachix.org?priority=41", "acme.cachix.org", "ambiguous"],
    ["https://user:pass@cache.acme.example/x", "cache.acme.example", "ambiguous"],
    ["nonsense", "nonsense", "ambiguous"],
  ])("%s", (url, name, cacheClass) => {
    expect(substituterClass(url)).toEqual({ name, class: cacheClass });
  });
});

describe("what was not read", () => {
  const local = "on: push\njobs: { a: { steps: [{ uses: ./.github/actions/setup-nix }] } }\n";

  it("leaves the caches unknown where a private one may be there", () => {
    expect(found({ ".github/workflows/ci.yml": "on: [" })).toBe("unreadable");
    expect(found({}, false)).toBe("tree-truncated");
    expect(found({ ".github/workflows/ci.yml": local })).toBe("not-read");
    expect(ofStep("uses: DeterminateSystems/magic-nix-cache-action@v13", "uses: acme/nix-cache-action@v1")).toBe(
      "not-read",
    );
  });

  it("does not hide a private one that was seen", () => {
    const seen = "on: push\njobs: { a: { steps: [{ uses: DeterminateSystems/flakehub-cache-action@v3 }] } }\n";

    expect(
      found({ ".github/workflows/a.yml": local, ".github/workflows/b.yml": "[", ".github/workflows/c.yml": seen }),
    ).toEqual(["determinatesystems/flakehub-cache-action: private"]);
  });

  it("is none where actions and workflows have nothing to do with Nix", () => {
    expect(ofStep("uses: ./.github/actions/deploy", "uses: actions/cache@v4")).toEqual([]);
  });
});
