import { describe, expect, it } from "vitest";
import { type FixtureFiles, factsOf } from "./testing/snapshot-fixture.ts";

const path = ".github/workflows/ci.yml";

function ofSteps(...steps: readonly string[]): FixtureFiles {
  const lines = steps.map((step) => `      - ${step}\n`).join("");
  return { [path]: `on: push\njobs:\n  ci:\n    steps:\n${lines}` };
}

describe("what builds a flake without a person", () => {
  function found(files: FixtureFiles, isComplete = true) {
    const { integration } = factsOf(files, { isComplete });
    return integration.known ? integration.value.map(({ by, evidence }) => [by, evidence.line]) : integration.reason;
  }

  it("is the first building step of each workflow", () => {
    expect(found(ofSteps("run: nix flake check", "run: nix build"))).toEqual([["workflow", 5]]);
    expect(found(ofSteps("run: npm test"))).toEqual([]);
  });

  it.each([
    ["garnix.yaml", "garnix"],
    ["om.yaml", "omnix"],
    ["buildbot-nix.toml", "buildbot"],
    [".hydra/project.json", "hydra"],
  ])("is the service of %s", (file, by) => {
    expect(found({ [file]: "" })).toEqual([[by, undefined]]);
    expect(found({ [`sub/${file}`]: "" })).toEqual([]);
  });

  it("is a job of GitLab that builds", () => {
    expect(found({ ".gitlab-ci.yml": "a:\n  script: make\nb:\n  script:\n    - nix build\n" })).toEqual([
      ["gitlab", 4],
    ]);
    expect(found({ ".gitlab-ci.yml": "a: { script: [make] }\n" })).toEqual([]);
  });

  it.each([
    ["a script after Nix was installed", ofSteps("uses: cachix/install-nix-action@v31", "run: make ci")],
    ["an action of its own", ofSteps("uses: ./.github/actions/check")],
    ["a workflow elsewhere", { [path]: "on: push\njobs: { a: { uses: acme/ci/.github/workflows/x.yml@v1 } }\n" }],
  ])("is unknown where it may be hidden in %s", (_, files) => {
    expect(found(files)).toBe("not-read");
  });

  it("is unknown where not everything could be read", () => {
    expect(found({ [path]: "on: [" })).toBe("unreadable");
    expect(found({}, false)).toBe("tree-truncated");
  });
});

describe("what publishes a flake", () => {
  function published(files: FixtureFiles) {
    const { publishing } = factsOf(files);
    return publishing.places;
  }

  it("says to whom, how, under which name and from where", () => {
    const push = `{ uses: DeterminateSystems/flakehub-push@v6, with: { visibility: private, rolling: true, name: acme/cli, directory: ./nix/ } }`;

    expect(published(ofSteps(push))).toEqual([
      {
        kind: "flakehub-push",
        visibility: "private",
        style: "rolling",
        name: "acme/cli",
        directory: "nix",
        evidence: { path, line: 5 },
      },
    ]);
  });

  it("leaves open what is computed", () => {
    const inputs = `visibility: "\${{ inputs.v }}", rolling: "\${{ inputs.r }}", directory: "\${{ inputs.d }}"`;

    expect(published(ofSteps(`{ uses: DeterminateSystems/flakehub-push@v6, with: { ${inputs} } }`))).toMatchObject([
      { visibility: null, style: null, name: null, directory: null },
    ]);
  });

  it("is tagged without `rolling`, and public on flakestry", () => {
    const files = ofSteps(
      "{ uses: DeterminateSystems/flakehub-push@v6, with: { visibility: public } }",
      "uses: flakestry/flakestry-publish@main",
    );

    expect(published(files)).toMatchObject([
      { kind: "flakehub-push", style: "tagged", visibility: "public", directory: "." },
      { kind: "flakestry", style: "tagged", visibility: "public" },
    ]);
  });

  it("keeps that a workflow cannot be read, also beside one that publishes", () => {
    const push = ofSteps("{ uses: DeterminateSystems/flakehub-push@v6, with: { visibility: private } }");
    const { publishing } = factsOf({ ...push, ".github/workflows/other.yml": "on: [" });

    expect(publishing).toMatchObject({ places: [{ kind: "flakehub-push" }], unread: "unreadable" });
    expect(factsOf({ [path]: "on: [" }).publishing).toEqual({ places: [], unread: "unreadable" });
  });
});

describe("actions around Nix", () => {
  it("are listed with their ref", () => {
    const { nixActions } = factsOf(
      ofSteps(
        "uses: DeterminateSystems/Determinate-Nix-Action@main",
        "uses: actions/checkout@v5",
        "uses: cachix/cachix-action",
      ),
    );

    expect(nixActions.known && nixActions.value).toEqual([
      { action: "determinatesystems/determinate-nix-action", ref: "main", evidence: { path, line: 5 } },
      { action: "cachix/cachix-action", ref: null, evidence: { path, line: 7 } },
    ]);
  });
});

it("of which not all could be seen may hide another action, whatever was found", () => {
  const files = { ...ofSteps("uses: cachix/cachix-action@v16"), ".github/workflows/z.yml": "on: [" };

  expect(factsOf(files).nixActions).toEqual({ known: false, reason: "unreadable" });
  expect(factsOf(ofSteps("uses: cachix/cachix-action@v16"), { isComplete: false }).nixActions.known).toBe(false);
});

describe("flake-checker", () => {
  function uses(files: FixtureFiles) {
    const { flakeChecker } = factsOf(files);
    return flakeChecker.known
      ? flakeChecker.value.map(({ by, mode, evidence }) => [by, mode, evidence.line])
      : flakeChecker.reason;
  }

  it.each([
    ["uses: DeterminateSystems/flake-checker-action@v12", ["action", "warn", 5]],
    ["uses: DeterminateSystems/nix-flake-checker-action@main", ["action", "warn", 5]],
    ["{ uses: DeterminateSystems/flake-checker-action@v12, with: { fail-mode: true } }", ["action", "enforce", 5]],
    ["run: nix run github:DeterminateSystems/flake-checker -- --fail-mode", ["command", "enforce", 5]],
    ["run: flake-checker", ["command", "warn", 5]],
  ])("is seen in a workflow: %s", (step, use) => {
    expect(uses(ofSteps(step))).toEqual([use]);
  });

  it("is seen as a hook of git-hooks.nix, and in a justfile", () => {
    const flake = "{ outputs = inputs: { x = inputs.git-hooks.lib.run { hooks.flake-checker.enable = true; }; }; }";

    expect(uses({ "flake.nix": flake })).toEqual([["hook", "enforce", 1]]);
    expect(uses({ "flake.nix": "{ }", Justfile: "check:\n    @flake-checker -f\n" })).toEqual([
      ["command", "enforce", 2],
    ]);
  });

  it("is not where it is only spoken of, or turned off", () => {
    const off = "{ outputs = inputs: { hooks.flake-checker.enable = false; }; }";

    expect(uses({ ...ofSteps("run: echo flake-checker", "run: ./my-flake-checker-notes"), "flake.nix": off })).toEqual(
      [],
    );
  });
});

describe("the way into Nix", () => {
  function entries(files: FixtureFiles) {
    const { entries: found } = factsOf({ "flake.nix": "{ }", ...files }).knowledge;
    return found.known
      ? found.value.map(({ kind, text, evidence }) => [kind, text, evidence.path, evidence.line])
      : found.reason;
  }

  it("is a command or a link of README or CONTRIBUTING, each once", () => {
    const readme = "# Tool\n\nRun `nix develop`, see https://zero-to-nix.com/start.\n`nix build`\n";

    expect(entries({ "README.md": readme })).toEqual([
      ["command", "nix develop", "README.md", 3],
      ["link", "https://zero-to-nix.com", "README.md", 3],
    ]);
    expect(entries({ "README.rst": "nix-build ./default.nix -A app" })).toEqual([
      ["command", "nix-build", "README.rst", 1],
    ]);
    expect(entries({ "docs/contributing.md": "`direnv allow`" })).toEqual([
      ["command", "direnv allow", "docs/contributing.md", 1],
    ]);
  });

  it("is not shown by other words, nor by other files", () => {
    expect(entries({ "README.md": "Works on *nix. The nix developers say hi.", "NOTES.md": "nix develop" })).toEqual(
      [],
    );
  });

  it("is unknown where a README could not be read", () => {
    expect(entries({ "README.md": { isBinary: true } })).toBe("not-read");
  });
});

describe("opportunities", () => {
  it("are Dockerfiles of services, and package manifests at the root with their language", () => {
    const files = {
      "api/Dockerfile": "",
      "Dockerfile.dev": "",
      ".devcontainer/Dockerfile": "",
      "a/b/c/Dockerfile": "",
      "go.mod": "",
      "web/package.json": "",
    };

    expect(
      factsOf(files).knowledge.opportunities.map(({ kind, language, evidence }) => [kind, language, evidence.path]),
    ).toEqual([
      ["dockerfile", null, "Dockerfile.dev"],
      ["dockerfile", null, "api/Dockerfile"],
      ["package-manifest", "Go", "go.mod"],
    ]);
  });
});
