import { describe, expect, it } from "vitest";
import { checkLock, defaultFlakeCheckerConfig, type FlakeCheckerConfig } from "./check-lock.ts";
import { channelRefStatuses } from "./ref-statuses.ts";

const asOf = "2026-03-27T12:00:00Z";
const fresh = Date.parse("2026-03-20T00:00:00Z") / 1000;
const withoutAge = { checkOutdated: false };
const couldNotParse = "couldn't parse flake.lock: couldn't parse the flake.lock file as json: ";

function repo(owner: string, ref: string | null, rest: Readonly<Record<string, unknown>> = {}) {
  const locked = { type: "github", owner: "NixOS", repo: "nixpkgs", rev: "abc", narHash: "sha256-x" };
  return {
    locked: { ...locked, lastModified: fresh, ...rest },
    original: { type: "github", owner, repo: "nixpkgs", ...(ref === null ? {} : { ref }) },
  };
}

function other(locked: object, original: object, rest: object = {}) {
  return { locked, original, ...rest };
}

function lockText(inputs: object, nodes: object): string {
  return JSON.stringify({ version: 7, root: "root", nodes: { root: { inputs }, ...nodes } });
}

function check(text: string, config: Partial<FlakeCheckerConfig> = {}) {
  return checkLock(text, asOf, { ...defaultFlakeCheckerConfig, ...config });
}

const clean = { status: "ok", issues: [] };
const good = repo("NixOS", "nixos-unstable");

// The shapes of the locks in flake-checker's own test suite, in small.
describe("the verdict on flake-checker's own cases", () => {
  const keys = ["nixpkgs", "foo", "bar"];

  it("clean.0: upstream, rolling branch; keys that are not there are an error", () => {
    const text = lockText({ nixpkgs: "nixpkgs" }, { nixpkgs: good });

    expect(check(text)).toEqual(clean);
    expect(check(text, { nixpkgsKeys: keys })).toEqual({
      status: "error",
      message: "invalid flake.lock: no nixpkgs dependency found for specified keys: foo, bar",
    });
  });

  it("clean.1: nixpkgs is the node nixpkgs_2, owner in lower case", () => {
    const nodes = { nixpkgs: repo("evil", "evil"), nixpkgs_2: repo("nixos", "nixpkgs-unstable") };
    const text = lockText({ nixpkgs: "nixpkgs_2" }, nodes);

    expect(check(text)).toEqual(clean);
    expect(check(text, { nixpkgsKeys: ["nixpkgs", "nixpkgs-other"] })).toEqual({
      status: "error",
      message: "invalid flake.lock: no nixpkgs dependency found for specified key: nixpkgs-other",
    });
  });

  it("clean.2: a release branch, as long as the list of branches has it", () => {
    const text = lockText({ nixpkgs: "nixpkgs" }, { nixpkgs: repo("nixos", "nixos-25.11") });

    expect(check(text)).toEqual(clean);
    expect(check(text, { refStatuses: channelRefStatuses })).toEqual({
      status: "ok",
      issues: [{ input: "nixpkgs", kind: "disallowed", value: "nixos-25.11" }],
    });
  });

  it("clean.3: nixpkgs follows an input of an input; other nixpkgs inputs are not looked at", () => {
    const nodes = {
      haskellNix: { ...repo("input-output-hk", null), inputs: { "nixpkgs-unstable": "nixpkgs-unstable" } },
      "nixpkgs-unstable": repo("NixOS", "nixpkgs-unstable"),
      "nixpkgs-ansible": repo("NixOS", "nixos-22.05"),
    };
    const inputs = {
      haskellNix: "haskellNix",
      nixpkgs: ["haskellNix", "nixpkgs-unstable"],
      "nixpkgs-ansible": "nixpkgs-ansible",
    };

    expect(check(lockText(inputs, nodes))).toEqual(clean);
  });

  it("clean.5: follows through follows, from a git input", () => {
    const nodes = {
      a: {
        ...other({ type: "git", url: "file:///a", lastModified: 1 }, { type: "git", url: "file:///a" }),
        inputs: { agenix: "agenix" },
      },
      agenix: { ...repo("ryantm", null), inputs: { "home-manager": "home-manager", nixpkgs: "nixpkgs" } },
      "home-manager": { ...repo("nix-community", null), inputs: { nixpkgs: ["a", "agenix", "nixpkgs"] } },
      nixpkgs: good,
    };

    expect(check(lockText({ a: "a", nixpkgs: ["a", "agenix", "home-manager", "nixpkgs"] }, nodes))).toEqual(clean);
  });

  it("clean.6 and clean.7: a registry input is clean at any age, beside a path and a tarball without date", () => {
    const nodes = {
      nixpkgs: other(repo("NixOS", null, { lastModified: 1 }).locked, {
        type: "indirect",
        id: "nixpkgs",
        ref: "nixos-15.09",
      }),
      sub: other({ type: "path", path: "./sub", lastModified: 1 }, { type: "path", path: "./sub" }),
      tar: other({ type: "tarball", url: "https://x/y.tar.gz" }, { type: "tarball", url: "https://x/y.tar.gz" }),
    };

    expect(check(lockText({ nixpkgs: "nixpkgs", sub: "sub", tar: "tar" }, nodes))).toEqual(clean);
  });

  it.each([
    ["dirty.0", "this-should-fail", "bitcoin-miner-org"],
    ["dirty.1", "probably-nefarious", "pretty-shady"],
  ])("%s: branch and owner come from original, whatever was locked", (_, ref, owner) => {
    const text = lockText({ nixpkgs: "nixpkgs_2" }, { nixpkgs_2: repo(owner, ref, { lastModified: 1680000000 }) });

    expect(check(text, withoutAge)).toEqual({
      status: "ok",
      issues: [
        { input: "nixpkgs", kind: "disallowed", value: ref },
        { input: "nixpkgs", kind: "nonUpstream", value: owner },
      ],
    });
    expect(check(text)).toEqual({
      status: "ok",
      issues: [
        { input: "nixpkgs", kind: "disallowed", value: ref },
        { input: "nixpkgs", kind: "outdated", value: "1095" },
        { input: "nixpkgs", kind: "nonUpstream", value: owner },
      ],
    });
    expect(check(text, { ...withoutAge, checkOwner: false, checkSupported: false })).toEqual(clean);
  });

  it("clean.4: the owner is NixOS in any spelling", () => {
    expect(check(lockText({ nixpkgs: "n" }, { n: repo("nIxOS", "nixos-unstable") }))).toEqual(clean);
  });

  // After August 2023 the tool calls all of its own fixtures outdated, but for those that take Nixpkgs from the registry.
  it.each([
    [
      "clean.0, clean.4 and cel.0",
      { nixpkgs: "n" },
      { n: repo("NixOS", "nixos-unstable", { lastModified: 1_687_000_000 }) },
    ],
    [
      "clean.1",
      { nixpkgs: "nixpkgs_2" },
      { nixpkgs_2: repo("nixos", "nixpkgs-unstable", { lastModified: 1_687_000_000 }) },
    ],
    ["clean.2", { nixpkgs: "n" }, { n: repo("nixos", "nixos-25.11", { lastModified: 1_687_000_000 }) }],
    [
      "clean.3 and clean.5",
      { a: "a", nixpkgs: ["a", "nixpkgs-unstable"] },
      {
        a: { ...repo("o", null), inputs: { "nixpkgs-unstable": "n" } },
        n: repo("NixOS", "nixpkgs-unstable", { lastModified: 1_687_000_000 }),
      },
    ],
  ])("%s: outdated, and nothing else", (_, inputs, nodes) => {
    expect(check(lockText(inputs, nodes))).toEqual({
      status: "ok",
      issues: [{ input: "nixpkgs", kind: "outdated", value: "1014" }],
    });
  });

  it("explicit-keys.0: only the keys that were asked for are looked at, in order of their names", () => {
    const nodes = { nixpkgs: repo("x", "nixos-unstable"), alt: repo("seems-pretty-shady", "nixos-unstable") };
    const text = lockText({ nixpkgs: "nixpkgs", "nixpkgs-alt": "alt" }, { ...nodes, nixpkgs: good });
    const shady = { input: "nixpkgs-alt", kind: "nonUpstream", value: "seems-pretty-shady" };

    expect(check(text)).toEqual(clean);
    expect(check(text, { nixpkgsKeys: ["nixpkgs-alt", "nixpkgs"] })).toEqual({ status: "ok", issues: [shady] });
    expect(
      check(lockText({ "nixpkgs-alt": "alt", nixpkgs: "nixpkgs" }, nodes), { nixpkgsKeys: ["nixpkgs-alt", "nixpkgs"] }),
    ).toEqual({
      status: "ok",
      issues: [{ input: "nixpkgs", kind: "nonUpstream", value: "x" }, shady],
    });
  });
});

describe("where the verdict is partial or errs", () => {
  const missing = {
    status: "error",
    message: "invalid flake.lock: no nixpkgs dependency found for specified key: nixpkgs",
  };

  it.each([
    [30 * 86_400 + 86_399, []],
    [31 * 86_400, [{ input: "nixpkgs", kind: "outdated", value: "31" }]],
    [-86_400, []],
  ])("counts whole days: a lock of %d seconds", (seconds, issues) => {
    const lastModified = Date.parse(asOf) / 1000 - seconds;

    expect(check(lockText({ nixpkgs: "n" }, { n: repo("NixOS", null, { lastModified }) }))).toEqual({
      status: "ok",
      issues,
    });
  });

  it("does not look at the branch of a reference without one", () => {
    expect(check(lockText({ nixpkgs: "n" }, { n: repo("NixOS", null) }))).toEqual(clean);
  });

  it.each(["tarball", "git", "hg", "file"])("takes an input of type %s for a tarball: age only", (type) => {
    const n = other(
      { type, url: "https://x", lastModified: 0 },
      { type, url: "https://x", ref: "evil" },
      { flake: false, parent: [] },
    );

    expect(check(lockText({ nixpkgs: "n" }, { n }))).toEqual({
      status: "ok",
      issues: [{ input: "nixpkgs", kind: "outdated", value: "20539" }],
    });
  });

  it.each([
    ["a path", other({ type: "path", path: "/x", lastModified: 1 }, { type: "path", path: "/x" })],
    ["a registry input of another id", other(good.locked, { type: "indirect", id: "pkgs" })],
    ["a registry input that is no flake", other(good.locked, { type: "indirect", id: "nixpkgs" }, { flake: false })],
    ["a forge input without rev", other({ ...good.locked, rev: undefined }, good.original)],
    ["a forge input with an unknown field", { ...good, buildTime: true }],
    ["a date that is no integer", repo("NixOS", null, { lastModified: "1" })],
  ])("calls %s a missing nixpkgs", (_, n) => {
    expect(check(lockText({ nixpkgs: "n" }, { n }))).toEqual(missing);
  });

  it("takes a date beyond 64 bits for no date", () => {
    const text = lockText({ nixpkgs: "n" }, { n: good });

    expect(check(text.replace(String(fresh), "9223372036854775808"))).toEqual(missing);
    expect(check(text.replace(String(fresh), "9223372036854775807"))).toEqual(clean);
    expect(check(text.replace(String(fresh), "1e3"))).toEqual(missing);
  });

  it("calls a flake without an input nixpkgs invalid", () => {
    expect(check(lockText({ pkgs: "n" }, { n: good }))).toEqual(missing);
  });

  it("fails where an input is named root, for it takes the first name of a follows for a label", () => {
    const inputs = { nixpkgs: ["root", "nixpkgs"], root: "root_2" };
    const text = lockText(inputs, { root_2: { ...good, inputs: { nixpkgs: "nixpkgs" } }, nixpkgs: good });

    expect(check(text)).toEqual({
      status: "error",
      message: `${couldNotParse}failed to chase input nixpkgs: Invalid("lock node should have had some inputs but had none") at line 1 column ${text.length}`,
    });
  });

  it("takes the wrong node where a label happens to be the name", () => {
    const nodes = {
      a: { ...good, inputs: { nixpkgs: "evil" } },
      a_2: { ...good, inputs: { nixpkgs: "n" } },
      n: good,
      evil: repo("evil", null),
    };

    expect(check(lockText({ a: "a_2", b: "a", nixpkgs: ["a", "nixpkgs"] }, nodes))).toMatchObject({
      issues: [{ kind: "nonUpstream", value: "evil" }],
    });
  });

  it.each([
    ["an empty follows", lockText({ nixpkgs: "n", up: [] }, { n: good })],
    ["a missing node", lockText({ nixpkgs: "gone" }, {})],
    ["a missing input", lockText({ nixpkgs: ["n", "gone"] }, { n: { ...good, inputs: {} } })],
    ["a missing root", '{"version":7,"root":"main","nodes":{}}'],
    ["follows in a circle", lockText({ nixpkgs: ["n", "a"] }, { n: { ...good, inputs: { a: ["n", "a"] } } })],
  ])("says that flake-checker crashes on %s", (_, text) => {
    expect(check(text)).toEqual({ status: "error", message: expect.stringMatching(/^flake-checker crashes: /) });
  });

  it("does not hang on follows that multiply", () => {
    const twice = (at: number) => [`x${at + 1}`, "a", "b"];
    const nodes = Array.from({ length: 60 }, (_, at) => [
      `x${at}`,
      { ...good, inputs: { a: twice(at), b: twice(at) } },
    ]);

    expect(check(lockText({ nixpkgs: ["x0", "a", "b"] }, Object.fromEntries(nodes))).status).toBe("error");
  });

  it("fails on inputs of an odd node that it cannot read", () => {
    const text = lockText({ nixpkgs: ["odd", "x"] }, { odd: { inputs: { x: 7 }, locked: {} } });

    expect(check(text)).toMatchObject({
      message: expect.stringContaining("did not match any variant of untagged enum Input"),
    });
    expect(check(lockText({ nixpkgs: ["odd", "x"] }, { odd: { locked: {} }, n: good })).status).toBe("error");
    expect(check(lockText({ nixpkgs: ["odd", "x"] }, { odd: { locked: {}, inputs: { x: "n" } }, n: good }))).toEqual(
      clean,
    );
  });
});

// The words of flake-checker 0.2.11 itself, run on these texts.
describe("what flake-checker says of a lock that it cannot read", () => {
  it.each([
    ["", "EOF while parsing a value at line 1 column 0"],
    ["{", "EOF while parsing an object at line 1 column 1"],
    ["[]", "invalid type: sequence, expected struct FlakeLock at line 1 column 2"],
    ["{}", "missing field `nodes` at line 1 column 2"],
    ['{"nodes":{}}', "missing field `root` at line 1 column 12"],
    ['{"nodes":{},"root":"r"}', "missing field `version` at line 1 column 23"],
    ['{"version":7,"version":7}', "duplicate field `version` at line 1 column 22"],
    ['{"version":7.0}', "invalid type: floating point `7.0`, expected usize at line 1 column 14"],
    ['{"version":-1}', "invalid value: integer `-1`, expected usize at line 1 column 13"],
    ['{"version":[', "invalid type: sequence, expected usize at line 1 column 11"],
    ['{"version":true}', "invalid type: boolean `true`, expected usize at line 1 column 15"],
    ['{"nodes":{"a":1', "EOF while parsing an object at line 1 column 15"],
    ['{"nodes":null}', "invalid type: null, expected a map at line 1 column 13"],
    ['{"root":3}', "invalid type: integer `3`, expected a string at line 1 column 9"],
    ['{"root":{}}', "invalid type: map, expected a string at line 1 column 8"],
    ['"x"', 'invalid type: string "x", expected struct FlakeLock at line 1 column 3'],
    [
      '{"version":7,"root":"root","extra":1}',
      "unknown field `extra`, expected one of `nodes`, `root`, `version` at line 1 column 34",
    ],
    [
      '{"version":7,"root":"root","nodes":{"root":{}}}',
      "root node was not a Root node, but was a Fallthrough node at line 1 column 47",
    ],
    ['{"version":7,"root":"root",\n"nodes":{"root":{"inputs":{}}}} x', "trailing characters at line 2 column 33"],
    ['{"nodes":{"é":nul}}', "expected ident at line 1 column 19"],
    ['{"nodes":{"a":01}}', "invalid number at line 1 column 16"],
    ['{"nodes":{"a":1.}}', "invalid number at line 1 column 17"],
    ['{"nodes":{"a":-}}', "invalid number at line 1 column 16"],
    ['{"nodes":{"a":1e999}}', "number out of range at line 1 column 19"],
    ['{"nodes":{"a":[1,]}}', "trailing comma at line 1 column 18"],
    ['{"nodes":{"a":[1 2]}}', "expected `,` or `]` at line 1 column 18"],
    ['{"nodes":{"a":1,}}', "trailing comma at line 1 column 17"],
    ['{"nodes":{"a":1 "b":2}}', "expected `,` or `}` at line 1 column 17"],
    ['{"nodes":{a:1}}', "key must be a string at line 1 column 11"],
    ['{"nodes":{"a" 1}}', "expected `:` at line 1 column 15"],
    ['{"nodes":{"a":"\\x"}}', "invalid escape at line 1 column 17"],
    ['{"nodes":{"a":"\\ud800x"}}', "unexpected end of hex escape at line 1 column 22"],
    ['{"nodes":{"a":"\n"}}', "control character (\\u0000-\\u001F) found while parsing a string at line 2 column 0"],
    [`{"nodes":${"[".repeat(200)}`, "invalid type: sequence, expected a map at line 1 column 9"],
    [`{"nodes":{"a":${"[".repeat(10_000)}`, "recursion limit exceeded at line 1 column 140"],
  ])("%.60j", (text, message) => {
    expect(check(text)).toEqual({ status: "error", message: couldNotParse + message });
  });

  it("knows fields by the names of the Rust program too, and refuses one given under both", () => {
    const { lastModified, ...locked } = good.locked;
    const node = {
      locked: { ...locked, last_modified: lastModified },
      original: { ...good.original, git_ref: "evil" },
    };
    const alone = { ...node, original: { node_type: "x", owner: "NixOS", repo: "nixpkgs", git_ref: "evil" } };

    expect(check(lockText({ nixpkgs: "n" }, { n: alone }))).toMatchObject({
      issues: [{ kind: "disallowed", value: "evil" }],
    });
    expect(check(lockText({ nixpkgs: "n" }, { n: node })).status).toBe("error");
  });

  it("lets the last of repeated names count where Rust's maps do", () => {
    const text = `{"version":99,"root":"root","nodes":{"root":{"inputs":{"nixpkgs":"gone","nixpkgs":"n"}},"n":7,"n":${JSON.stringify(good)}}}`;

    expect(check(text)).toEqual(clean);
    expect(check(text.replace('"nodes":{', '"nodes":{"__proto__":{},'))).toEqual(clean);
  });
});
