import { describe, expect, it } from "vitest";
import { isWorkflowPath, parseWorkflow } from "./workflow.ts";

const path = ".github/workflows/ci.yml";

function parse(text: string) {
  const workflow = parseWorkflow(path, text);
  if (workflow === undefined) throw new Error("not a workflow");
  return workflow;
}

describe("isWorkflowPath", () => {
  it("takes what Forgejo and Gitea run, for a repository that is mirrored from there", () => {
    expect([".forgejo/workflows/a.yml", ".gitea/workflows/b.yaml"].every(isWorkflowPath)).toBe(true);
    expect(
      [".gitea/ISSUE_TEMPLATE.yml", ".gitlab/workflows/a.yml", "xgithub/workflows/a.yml"].some(isWorkflowPath),
    ).toBe(false);
  });

  it("takes what GitHub runs: YAML directly in the folder", () => {
    expect([".github/workflows/a.yml", ".github/workflows/b.yaml"].every(isWorkflowPath)).toBe(true);
    expect(
      [
        ".github/workflows/sub/a.yml",
        ".github/workflows/a.yml.disabled",
        "docs/.github/workflows/a.yml",
        "workflows/a.yml",
        ".github/workflows/README.md",
      ].some(isWorkflowPath),
    ).toBe(false);
  });
});

describe("parseWorkflow", () => {
  it.each([
    ["one name", "on: push", ["push"]],
    ["a list", "on: [push, schedule]", ["push", "schedule"]],
    ["a mapping", "on:\n  push:\n  schedule:\n    - cron: '0 4 * * 1'", ["push", "schedule"]],
    ["quotes", `"on": { schedule: [{ cron: "@daily" }] }`, ["schedule"]],
    ["an alias", "x: &on [schedule]\non: *on", ["schedule"]],
    ["a schedule that is commented out", "on:\n  push:\n  # schedule:\n  #   - cron: '0 4 * * 1'", ["push"]],
    ["nothing", "name: CI", []],
  ])("reads the events of `on` as %s", (_, on, triggers) => {
    expect(parse(`${on}\njobs: {}\n`).triggers).toEqual(triggers);
  });

  it("reads the steps of every job with their lines, and calls of other workflows", () => {
    const workflow = parse(`on: push
jobs:
  build:
    steps:
      - uses: Cachix/Install-Nix-Action@v31
        with:
          extra_nix_config: |
            sandbox = true
      - run: nix build
        shell: bash
  call:
    uses: DeterminateSystems/ci/.github/workflows/workflow.yml@main
    with: { visibility: private, fail-fast: false, matrix: [1] }
`);

    expect(
      workflow.steps.map(({ with: inputs, env, ...step }) => ({ ...step, with: Object.fromEntries(inputs) })),
    ).toEqual([
      {
        uses: "cachix/install-nix-action",
        ref: "v31",
        run: null,
        shell: null,
        evidence: { path, line: 5 },
        with: { extra_nix_config: "sandbox = true\n" },
      },
      { uses: null, ref: null, run: "nix build", shell: "bash", evidence: { path, line: 9 }, with: {} },
      {
        uses: "determinatesystems/ci/.github/workflows/workflow.yml",
        ref: "main",
        run: null,
        shell: null,
        evidence: { path, line: 12 },
        with: { visibility: "private", "fail-fast": "false" },
      },
    ]);
  });

  it("reads the variables of a step, those of its job and of the workflow beneath", () => {
    const [first, second] = parse(`env: { A: workflow, B: workflow, C: workflow }
jobs:
  a:
    env: { B: job, C: job }
    steps:
      - { run: nix build, env: { C: step } }
      - uses: actions/checkout@v5
`).steps;

    expect(Object.fromEntries(first?.env ?? [])).toEqual({ A: "workflow", B: "job", C: "step" });
    expect(Object.fromEntries(second?.env ?? [])).toEqual({ A: "workflow", B: "job", C: "job" });
  });

  it("follows anchors, and lists a step that jobs share once", () => {
    const workflow = parse(`jobs:
  a:
    steps: &steps
      - &checkout { uses: actions/checkout@v5 }
      - run: nix build
  b:
    steps: *steps
  c:
    steps: [*checkout, { run: nix flake check }]
`);

    expect(workflow.steps.map((step) => step.run ?? step.uses)).toEqual([
      "actions/checkout",
      "nix build",
      "nix flake check",
    ]);
  });

  it("knows the default shell of a job and of the workflow", () => {
    const workflow = parse(`defaults: { run: { shell: sh } }
jobs:
  a: { steps: [{ run: x }] }
  b: { defaults: { run: { shell: "nix develop -c bash" } }, steps: [{ run: y }, { run: z, shell: fish }] }
`);

    expect(workflow.steps.map((step) => step.shell)).toEqual(["sh", "nix develop -c bash", "fish"]);
  });

  it("keeps expressions, local actions and containers as they are written", () => {
    const workflow = parse(`jobs:
  a:
    steps:
      - uses: ./.github/actions/setup-nix
      - uses: docker://nixos/nix:2.30
      - uses: cachix/cachix-action@\${{ matrix.version }}
        with: { name: "\${{ matrix.cache }}" }
`);

    expect(workflow.steps.map((step) => step.uses)).toEqual([
      "./.github/actions/setup-nix",
      "docker://nixos/nix:2.30",
      "cachix/cachix-action",
    ]);
    expect(workflow.steps[2]?.with.get("name")).toMatch(/matrix\.cache/);
  });

  it.each([
    ["comments only", "# jobs:\n#   a:\n"],
    ["no jobs", "on: push\n"],
    ["jobs that are commented out", "on: push\njobs:\n  # a:\n"],
    ["jobs of a wrong shape", "on: push\njobs: [1, two]\n"],
    ["aliases inside their own anchors", "jobs: &j\n  a: *j\n  b: { steps: &s [*s] }\n"],
    ["steps of a wrong shape", "jobs: { a: { steps: {} }, b: 1, c: { steps: [1, null, x] }, d: null }\n"],
  ])("finds no steps in %s, for GitHub runs none", (_, text) => {
    expect(parse(text).steps).toEqual([]);
  });

  it("does not guess at what is not YAML", () => {
    expect(parseWorkflow("x", "on: push\n\tjobs: {}\n")).toBeUndefined();
    expect(parseWorkflow("x", "{% if nix %}\non: push\n{% endif %}\n")).toBeUndefined();
  });
});
