import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { parseInstant } from "#lib/model/instant.ts";
import { analysisDocument } from "./analysis-document.ts";
import { analyzeFolder } from "./analyze-folder.ts";
import { analysisSchema } from "./testing/analysis-schema.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const asOf = "2026-11-22T00:00:00Z";
const twelveDaysAgo = Date.parse(asOf) / 1000 - 12.5 * 86_400;

const flake = `{
  description = "A shop";
  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
    home-manager = {
      url = "github:nix-community/home-manager";
      inputs.nixpkgs.follows = "nixpkgs";
    };
    lib.follows = "home-manager/nixpkgs";
    data = { type = "tarball"; url = "https://example.org/data.tar.gz"; flake = false; };
  };
  nixConfig.extra-substituters = [ "https://acme.cachix.org" ];
  outputs = { self, nixpkgs, systems, ... }: {
    devShells.x86_64-linux.default = { };
    packages.x86_64-linux.default = { };
  };
}
`;

const lock = lockText(
  { nixpkgs: "nixpkgs_2", "home-manager": "home-manager", lib: ["home-manager", "nixpkgs"] },
  {
    nixpkgs_2: githubNode("NixOS", "nixpkgs", twelveDaysAgo),
    "home-manager": githubNode("nix-community", "home-manager", twelveDaysAgo, { nixpkgs: ["nixpkgs"] }),
    nixpkgs: githubNode("NixOS", "nixpkgs", 1_500_000_000),
  },
);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flakeboard-analyze-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function git(...args: readonly string[]): string {
  const person = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"];
  return execFileSync("git", ["-C", folder, ...person, ...args], { encoding: "utf8", stdio: "pipe" }).trim();
}

function commitAll(): string {
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message=first");
  return git("rev-parse", "HEAD");
}

function run(...args: readonly string[]) {
  const options = { encoding: "utf8" as const, env: { NODE_ENV: "test" as const, PATH: pathOfMachine, NO_COLOR: "1" } };
  return spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", main, "analyze", ...args], options);
}

// biome-ignore lint/style/noProcessEnv: where git is, is the machine's affair.
const pathOfMachine = process.env.PATH ?? "";

/** As the command does it, in this process: starting one takes over a second. */
async function analyze(path = folder) {
  const instant = parseInstant(asOf) ?? asOf;
  const analysis = await analyzeFolder(path, instant, new AbortController().signal);
  return analysisSchema.parse(JSON.parse(JSON.stringify(analysisDocument(analysis))));
}

describe("flakeboard analyze --json", () => {
  it("prints the document of the contract, field by field, for a plain folder", () => {
    write({ "flake.nix": flake, "flake.lock": lock });
    const { status, stdout, stderr } = run(folder, "--json", "--as-of", asOf);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const document = analysisSchema.parse(JSON.parse(stdout));
    const declared = { url: null, attrs: null, follows: null };
    const locked = githubNode("NixOS", "nixpkgs", twelveDaysAgo).locked;

    expect(document).toMatchObject({
      schemaVersion: 1,
      asOf,
      repository: { path: folder, commit: null, dirty: false },
      stage: { reached: ["development", "packaging"], next: "continuous-integration" },
    });
    expect(document.flakes).toEqual([
      {
        dir: ".",
        role: "main",
        parse: { status: "ok" },
        description: "A shop",
        inputs: [
          {
            name: "data",
            implicit: false,
            flake: false,
            declared: { ...declared, attrs: { type: "tarball", url: "https://example.org/data.tar.gz" } },
            overrides: {},
            ref: { type: "tarball", url: "https://example.org/data.tar.gz" },
            node: null,
            locked: null,
            ageDays: null,
          },
          {
            name: "home-manager",
            implicit: false,
            flake: true,
            declared: { ...declared, url: "github:nix-community/home-manager" },
            overrides: { nixpkgs: { follows: "nixpkgs" } },
            ref: { type: "github", owner: "nix-community", repo: "home-manager" },
            node: "home-manager",
            locked: githubNode("nix-community", "home-manager", twelveDaysAgo).locked,
            ageDays: 12,
          },
          {
            name: "lib",
            implicit: false,
            flake: true,
            declared: { ...declared, follows: "home-manager/nixpkgs" },
            overrides: {},
            ref: null,
            node: "nixpkgs_2",
            locked,
            ageDays: 12,
          },
          {
            name: "nixpkgs",
            implicit: false,
            flake: true,
            declared: { ...declared, url: "github:NixOS/nixpkgs/nixos-unstable" },
            overrides: {},
            ref: { type: "github", owner: "NixOS", repo: "nixpkgs", ref: "nixos-unstable" },
            node: "nixpkgs_2",
            locked,
            ageDays: 12,
          },
          {
            name: "systems",
            implicit: true,
            flake: true,
            declared,
            overrides: {},
            ref: { type: "indirect", id: "systems" },
            node: null,
            locked: null,
            ageDays: null,
          },
        ],
        nixConfig: { "extra-substituters": ["https://acme.cachix.org"] },
        outputs: { names: ["devShells", "packages"], complete: true },
        lock: { status: "ok", version: 7, nodes: 3, reachable: 2, nixpkgsNodes: 1 },
        flakeChecker: { status: "ok", issues: [] },
        flakeCheckerDifferences: [],
      },
    ]);
    expect(document.findings).toContainEqual({
      check: "inputs-fresh",
      subject: "./nixpkgs",
      outcome: "pass",
      summary: expect.stringContaining("12 days"),
      evidence: [{ path: "flake.nix", line: 4 }],
      fix: null,
      resources: [],
    });
    expect(document.facts).toMatchObject({ isComplete: true, nixFiles: { total: 1, read: 1 } });
  });

  it("reports every flake with its role, and what is wrong with one or with its lock", async () => {
    write({
      "flake.nix": "let x = 1; in { outputs = _: { }; }",
      "templates/go/flake.nix": "{ outputs = _: { }; }",
      "tests/flake.nix": "{ outputs = { self }: { checks = self.x; }; }",
      "nix/flake.nix": "{ outputs = _: { } // builtins.fetchurl x; }",
      "nix/flake.lock": '{ "nodes": ',
    });

    expect((await analyze()).flakes).toMatchObject([
      { dir: ".", role: "main", parse: { status: "error", line: 1, column: 1 }, lock: { status: "missing" } },
      { dir: "nix", parse: { status: "error" }, lock: { status: "error" }, flakeChecker: { status: "error" } },
      { dir: "templates/go", role: "template", flakeChecker: { status: "ok", issues: [] } },
      { dir: "tests", role: "test", outputs: { names: ["checks"], complete: true } },
    ]);
  });

  it("gives the verdict of flake-checker as of the moment that is asked about", () => {
    write({ "flake.nix": flake, "flake.lock": lock.replaceAll("NixOS", "someone") });
    const { stdout } = run(folder, "--json", "--as-of", "2027-01-22");

    expect(analysisSchema.parse(JSON.parse(stdout)).flakes[0]?.flakeChecker).toEqual({
      status: "ok",
      issues: [
        { input: "nixpkgs", kind: "outdated", value: "73" },
        { input: "nixpkgs", kind: "nonUpstream", value: "someone" },
      ],
    });
  });

  it("says why it judges otherwise than flake-checker, for machines and for people", () => {
    const asked = flake.replace("nixos-unstable", "nixos-20.03");
    write({ "flake.nix": asked, "flake.lock": lock });
    const { stdout } = run(folder, "--json", "--as-of", asOf);
    const [document] = analysisSchema.parse(JSON.parse(stdout)).flakes;

    expect(document?.flakeCheckerDifferences).toEqual([
      "flake-checker knows no branch of nixpkgs and lets it pass; for Flakeboard nixpkgs follows nixos-20.03, which is unmaintained as of 2026-08-19.",
    ]);
    expect(run(folder, "--as-of", asOf).stdout).toContain("flake-checker knows no branch of nixpkgs");
  });

  it("reads what git tracks in a work tree, as it is on disk, and says when that is not the commit", async () => {
    write({ "flake.nix": flake, "gone/flake.nix": flake });
    const commit = commitAll();
    expect((await analyze()).repository).toEqual({ path: folder, commit, dirty: false });

    write({ "untracked/flake.nix": flake });
    expect(await analyze()).toMatchObject({
      repository: { commit, dirty: false },
      flakes: [{ dir: "." }, { dir: "gone" }],
    });

    write({ "flake.nix": flake.replace("A shop", "Another shop") });
    expect(await analyze()).toMatchObject({
      repository: { dirty: true },
      flakes: [{ description: "Another shop" }, {}],
    });
    git("checkout", "--quiet", "--", "flake.nix");

    rmSync(join(folder, "gone/flake.nix"));
    expect(await analyze()).toMatchObject({ repository: { dirty: true }, flakes: [{ dir: "." }] });
    git("checkout", "--quiet", "--", "gone/flake.nix");

    git("add", "untracked/flake.nix");
    expect((await analyze()).repository.dirty).toBe(true);
    expect((await analyze()).flakes.map(({ dir }) => dir)).toEqual([".", "gone", "untracked"]);
  });

  it("reads a bare repository, and a .git folder, at its HEAD", async () => {
    write({ "flake.nix": flake, "flake.lock": lock });
    const commit = commitAll();
    write({ "flake.nix": "{ }" });
    const bare = join(folder, "bare.git");
    git("clone", "--quiet", "--bare", folder, bare);

    for (const path of [bare, join(folder, ".git")]) {
      expect(await analyze(path)).toMatchObject({
        repository: { path, commit, dirty: false },
        flakes: [{ description: "A shop", parse: { status: "ok" }, lock: { status: "ok" } }],
      });
    }
  });

  it("finds nothing in a repository without a commit, and without a flake", async () => {
    git("init", "--quiet");

    expect(await analyze()).toMatchObject({
      repository: { commit: null, dirty: false },
      flakes: [],
      stage: { reached: [] },
    });
  });

  it("prints one line for each path, goes on after one that cannot be read, and ends with 2", () => {
    write({ "a/flake.nix": flake, "b/README.md": "Hello" });
    const paths = ["a", "missing", "b", "a/flake.nix"].map((name) => join(folder, name));
    const { status, stdout, stderr } = run("--json", ...paths);

    const documents = stdout.trim().split("\n");
    expect(documents.map((line) => analysisSchema.parse(JSON.parse(line)).repository.path)).toEqual([
      paths[0],
      paths[2],
    ]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/missing does not exist.*\n.*flake\.nix is a file/);
    expect(stderr.trim().split("\n")).toHaveLength(2);
  });

  it("refuses a moment that is none with one sentence", () => {
    expect(run(folder, "--as-of", "soon")).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(/^flakeboard: --as-of "soon" is no moment\. [^\n]*\n$/),
    });
  });
});

it("ends without a word when nobody reads any more", () => {
  write({ "flake.nix": flake });
  const command = '"$0" --disable-warning=ExperimentalWarning "$1" analyze --json "$2" | true';

  expect(spawnSync("sh", ["-c", command, process.execPath, main, folder], { encoding: "utf8" }).stderr).toBe("");
});

describe("hostile folders", () => {
  it("follows no link, neither to a file nor to a folder, in a plain folder and in a work tree", async () => {
    write({ "outside/flake.nix": flake, "repository/sub/flake.nix": flake });
    const repository = join(folder, "repository");
    symlinkSync("../outside/flake.nix", join(repository, "flake.nix"));
    symlinkSync("..", join(repository, "loop"));
    const linked = { dir: ".", parse: { status: "error", message: expect.stringContaining("link") } };
    expect((await analyze(repository)).flakes).toMatchObject([linked, { dir: "sub" }]);

    const inRepository = (...args: readonly string[]) => git("-C", repository, ...args);
    inRepository("init", "--quiet");
    inRepository("add", "--all");
    rmSync(join(repository, "sub"), { recursive: true });
    symlinkSync("../outside", join(repository, "sub"));
    expect((await analyze(repository)).flakes).toMatchObject([linked]);
  });

  it("runs no filter and no hook of the repository", async () => {
    write({ "flake.nix": flake, ".gitattributes": "*.nix filter=evil\n" });
    commitAll();
    const trace = join(folder, "ran");
    git("config", "filter.evil.clean", `touch ${trace}; cat`);
    git("config", "core.fsmonitor", `touch ${trace}`);
    write({ "flake.nix": `${flake}\n` });
    await analyze();

    expect(() => execFileSync("test", ["-e", trace])).toThrow();
  });

  it("is not held by a pipe, and says that a folder it may not read makes the list incomplete", async () => {
    write({ "sub/flake.nix": flake });
    execFileSync("mkfifo", [join(folder, "flake.nix"), join(folder, "flake.lock")]);
    expect((await analyze()).flakes).toMatchObject([{ dir: "sub", lock: { status: "missing" } }]);

    chmodSync(join(folder, "sub"), 0);
    const isReadable = process.getuid?.() === 0;
    expect((await analyze()).facts).toMatchObject({ isComplete: isReadable });
    chmodSync(join(folder, "sub"), 0o700);
  });

  it("takes a submodule for no part of the repository", async () => {
    write({ "module/flake.nix": flake, "README.md": "Hello" });
    git("-C", folder, "init", "--quiet");
    git("init", "--quiet", join(folder, "module"));
    git("-C", join(folder, "module"), "add", "--all");
    git("-C", join(folder, "module"), "commit", "--quiet", "--message=first");
    git("-c", "advice.addEmbeddedRepo=false", "add", "--all");

    expect((await analyze()).flakes).toEqual([]);
  });
});

describe("flakeboard analyze, for a person", () => {
  it("says what there is, what comes next and what to mend, without color where there is no terminal", () => {
    write({ "flake.nix": flake, "flake.lock": lock });
    const { status, stdout } = run(folder, "--as-of", asOf);

    expect(status).toBe(0);
    expect(stdout).toContain("flake.nix  A shop");
    expect(stdout).toMatch(/nixpkgs +github:NixOS\/nixpkgs\/nixos-unstable +12.days/);
    expect(stdout).toContain("follows home-manager/nixpkgs");
    expect(stdout).toContain("next: Build and check the flake in continuous integration");
    expect(stripVTControlCharacters(stdout)).toBe(stdout);
  });

  it("shows what mends a finding here, and where to read on, to people and to machines", () => {
    write({ "flake.nix": flake, "flake.lock": lock });
    const { stdout } = run(folder, "--as-of", asOf);
    const document = analysisSchema.parse(JSON.parse(run(folder, "--json", "--as-of", asOf).stdout));
    const unbuilt = document.findings.find(({ check }) => check === "ci-builds-flake");

    expect(unbuilt).toMatchObject({ outcome: "fail", fix: { path: ".github/workflows/check.yml", language: "yaml" } });
    expect(unbuilt?.resources.length).toBeGreaterThan(0);
    expect(stdout).toContain("Check the flake on every change (.github/workflows/check.yml):");
    expect(stdout).toContain("- run: nix flake check --print-build-logs");
    expect(stdout).toContain(`read: ${unbuilt?.resources[0]?.title}`);
  });

  it("puts the severe before advice, says how severe, and shows of many alike the first", () => {
    const many = Array.from({ length: 9 }, (_, i) => `i${i}.url = "github:acme/i${i}";`).join(" ");
    write({
      "flake.nix": `{ inputs = { ${many} }; outputs = _: { }; }`,
      "host.nix": "{ nix.settings.sandbox = false; }",
    });
    const lines = run(folder, "--as-of", asOf).stdout.split("\n");
    const place = (text: string) => lines.findIndex((line) => line.includes(text));

    expect(lines[place("sandbox is false")]).toBe("    sandbox is false  host.nix:1");
    expect(lines[place("sandbox is false") - 1]).toMatch(/^ {2}✗ .+ \(error\)$/);
    expect(lines[place("i5 asks for no version") + 1]).toBe("    and 3 more; --json has them all");
    expect(place("sandbox is false")).toBeLessThan(place("flake.lock is missing"));
    expect(place("flake.lock is missing")).toBeLessThan(place("→"));
    expect(lines.findLastIndex((line) => line.startsWith("  →"))).toBeLessThan(place("  ? "));
  });

  it("lets no control character of a repository reach the terminal", () => {
    write({ "flake.nix": '{ description = "\u001b]0;owned\u0007\u202Ereversed"; outputs = _: { }; }' });
    const { stdout } = run(folder);

    expect(stdout).toContain("\uFFFD]0;owned\uFFFD\uFFFDreversed");
  });
});
