import { describe, expect, it } from "vitest";
import { parseStoreUrl } from "./store-url.ts";
import { type FixtureFiles, factsOf } from "./testing/snapshot-fixture.ts";

/** The caches as `name: class`. */
function found(files: FixtureFiles): readonly string[] {
  return factsOf(files).caching.caches.map((cache) => `${cache.name}: ${cache.class}`);
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
    ["{ uses: cachix/cachix-action@v16, with: { name: acme, authToken: x } }", "acme.cachix.org: ambiguous"],
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
    ["run: cachix use acme", "acme.cachix.org: ambiguous"],
    ["run: nix build --json | cachix push acme", "acme.cachix.org: ambiguous"],
    ["run: cachix authtoken --stdin", "cachix: ambiguous"],
    ["run: attic push acme result", "attic: ambiguous"],
    ["run: nix copy --to s3://acme-cache .#app", "acme-cache: private"],
    ["run: nix copy --to $CACHE .#app", "nix copy: ambiguous"],
    ["run: nix build --extra-substituters https://cache.acme.example", "cache.acme.example: ambiguous"],
    ["run: nix build --option substituters ssh://cache.acme.example", "cache.acme.example: private"],
    [
      `run: echo "extra-substituters = https://cache.acme.example" >> ~/.config/nix/nix.conf`,
      "cache.acme.example: ambiguous",
    ],
    [
      "{ run: nix build, env: { NIX_CONFIG: extra-substituters = https://cache.acme.example } }",
      "cache.acme.example: ambiguous",
    ],
    [
      '{ uses: cachix/install-nix-action@v31, with: { extra_nix_config: "extra-substituters = https://x" } }',
      "x: ambiguous",
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
    expect(factsOf(files).caching.caches).toEqual([
      {
        name: "acme.cachix.org",
        class: "ambiguous",
        source,
        url: "https://acme.cachix.org",
        evidence: { path: "flake.nix", line: 2 },
      },
      {
        name: "cache.nixos.org",
        class: "ambiguous",
        source,
        url: "https://cache.nixos.org",
        evidence: { path: "flake.nix", line: 2 },
      },
      { name: "acme", class: "private", source, url: "s3://acme", evidence: { path: "nix/flake.nix", line: 2 } },
      {
        name: "nix-community.cachix.org",
        class: "ambiguous",
        source,
        url: "https://nix-community.cachix.org",
        evidence: { path: "nix/flake.nix", line: 2 },
      },
    ]);
  });

  it("are not keys, and not what a comment says", () => {
    expect(found({ "flake.nix": flake(`extra-trusted-public-keys = [ "acme:substituters" ]`) })).toEqual([]);
    expect(found({ "flake.nix": "# substituters\n{ outputs = inputs: { }; }" })).toEqual([]);
  });
});

describe("parseStoreUrl", () => {
  it.each([
    ["https://cache.nixos.org/", "cache.nixos.org", "ambiguous", "https://cache.nixos.org/"],
    ["https://cache.flakehub.com", "cache.flakehub.com", "private", "https://cache.flakehub.com"],
    ["s3://acme?region=eu-west-1&profile=x", "acme", "private", "s3://acme"],
    ["ssh-ng://nix@builder.acme.example", "builder.acme.example", "private", "ssh-ng://builder.acme.example"],
    ["HTTPS://Acme.Cachix.org?priority=41", "acme.cachix.org", "ambiguous", "HTTPS://Acme.Cachix.org"],
    ["https://user:pass@cache.acme.example/x", "cache.acme.example", "ambiguous", "https://cache.acme.example/x"],
    ["nonsense", "nonsense", "ambiguous", "nonsense"],
  ])("%s", (text, name, cacheClass, url) => {
    expect(parseStoreUrl(text)).toEqual({ name, class: cacheClass, url, isInsecure: false, isUnsigned: false });
  });

  it.each([
    ["http://cache.acme.example:5000", true, false],
    ["http://localhost:5000", false, false],
    ["http://10.0.2.2:3000", false, false],
    ["http://127.0.0.1?trusted=1", false, true],
    ["https://cache.acme.example?priority=1&trusted=true", false, true],
  ])("%s over the network in the clear: %j, unsigned: %j", (text, isInsecure, isUnsigned) => {
    expect(parseStoreUrl(text)).toMatchObject({ isInsecure, isUnsigned });
  });
});

describe("what was not read", () => {
  const caching = (files: FixtureFiles, isComplete = true) => factsOf(files, { isComplete }).caching;

  it("is said of workflows, flakes and nix.conf", () => {
    expect(caching({ ".github/workflows/ci.yml": "on: [" }).unread).toBe("unreadable");
    expect(caching({ "flake.nix": "symlink" }).unread).toBe("unreadable");
    expect(caching({ "nix.conf": { isBinary: true } }).unread).toBe("unreadable");
    expect(caching({}, false).unread).toBe("tree-truncated");
    expect(caching({ "flake.nix": "{ outputs = inputs: { }; }" }).unread).toBeNull();
  });

  it.each([
    ["uses: ./.github/actions/setup-nix", 5],
    ["uses: acme/nix-cache-action@v1", 5],
    ["uses: ./.github/actions/deploy", null],
    ["uses: actions/cache@v4", null],
  ])("may hide a cache: %s", (step, line) => {
    const files = { ".github/workflows/ci.yml": `on: push\njobs:\n  ci:\n    steps:\n      - ${step}\n` };

    const hidden = caching(files).mayHideCache;
    expect(hidden).toEqual(line === null ? null : { path: ".github/workflows/ci.yml", line });
  });
});
