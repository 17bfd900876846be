import { describe, expect, it } from "vitest";
import { type FixtureFiles, factsOf } from "./testing/snapshot-fixture.ts";

/** The kinds that are found, or why it is unknown. */
function found(files: FixtureFiles, isComplete = true): readonly string[] | string {
  const { updateAutomation } = factsOf(files, { isComplete });
  return updateAutomation.known ? updateAutomation.value.map((fact) => fact.kind) : updateAutomation.reason;
}

function workflow(on: string, ...steps: readonly string[]): string {
  return `on: ${on}\njobs:\n  update:\n    steps:\n${steps.map((step) => `      - ${step}\n`).join("")}`;
}

const weekly = `{ schedule: [{ cron: "0 4 * * 1" }] }`;
const push = "uses: peter-evans/create-pull-request@v7";
const updatePath = ".github/workflows/update.yml";

describe("update actions", () => {
  it.each([
    ["DeterminateSystems/update-flake-lock@v27", "update-flake-lock"],
    ["determinatesystems/Update-Flake-Lock@main", "update-flake-lock"],
    ["DavHau/update-flake-lock@master", "update-flake-lock"],
    ["Mic92/update-flake-inputs@v1", "update-flake-inputs"],
    ["Mic92/update-flake-inputs-gitea@main", "update-flake-inputs"],
  ])("%s count where a schedule starts them", (uses, kind) => {
    expect(found({ [updatePath]: workflow(weekly, `uses: ${uses}`) })).toEqual([kind]);
    expect(found({ [updatePath.replace("yml", "yaml")]: workflow(weekly, `uses: ${uses}`) })).toEqual([kind]);
  });

  it.each(["workflow_dispatch", "[push, workflow_dispatch]", "workflow_call", "{ push: null } # schedule:"])(
    "do not count where nothing but %s starts them",
    (on) => {
      expect(found({ [updatePath]: workflow(on, "uses: DeterminateSystems/update-flake-lock@v27") })).toEqual([]);
    },
  );

  it("count through a workflow of the repository that a schedule calls", () => {
    const files = {
      ".github/workflows/Nightly.yml": `on: ${weekly}\njobs: { a: { uses: ./.github/workflows/update.yml } }\n`,
      [updatePath]: workflow("workflow_call", "uses: DeterminateSystems/update-flake-lock@v27"),
    };

    expect(found(files)).toEqual(["update-flake-lock"]);
    expect(factsOf(files).updateAutomation).toMatchObject({ value: [{ evidence: { path: updatePath, line: 5 } }] });
  });

  it("may call each other in a circle", () => {
    const files = {
      ".github/workflows/a.yml": `on: ${weekly}\njobs: { a: { uses: ./.github/workflows/b.yml } }\n`,
      ".github/workflows/b.yml": "on: workflow_call\njobs: { a: { uses: ./.github/workflows/a.yml } }\n",
    };

    expect(found(files)).toEqual([]);
  });
});

describe("a scheduled `nix flake update`", () => {
  it.each([
    "run: nix flake update",
    "run: nix flake lock --update-input nixpkgs --commit-lock-file",
    `run: nix --extra-experimental-features "nix-command flakes" flake update`,
    "run: |\n          cd nix\n          nix \\\n            flake update",
  ])("counts as it is written: %j", (step) => {
    expect(found({ [updatePath]: workflow(weekly, step, push) })).toEqual(["scheduled-update"]);
  });

  it.each(["run: git push", "run: gh pr create --fill", "uses: stefanzweifel/git-auto-commit-action@v6"])(
    "counts where the result is proposed by %j",
    (step) => {
      expect(found({ [updatePath]: workflow(weekly, "run: nix flake update", step) })).toEqual(["scheduled-update"]);
    },
  );

  it("is neither an update nor none where nothing shows that the result is committed", () => {
    expect(found({ [updatePath]: workflow(weekly, "run: nix flake update && nix flake check") })).toBe("not-read");
    expect(found({ [updatePath]: workflow(weekly, "run: nix flake lock --recreate-lock-file") })).toBe("not-read");
  });

  it.each([
    "run: |\n          # nix flake update",
    "run: echo nix flake update",
    "run: nix build",
    "run: apt-get update",
  ])("is not seen in %j", (step) => {
    expect(found({ [updatePath]: workflow(weekly, step, push) })).toEqual([]);
  });

  it("does not count where only a push starts it, and is doubtful where that commits the result", () => {
    expect(found({ [updatePath]: workflow("push", "run: nix flake update", "run: nix build") })).toEqual([]);
    expect(found({ [updatePath]: workflow("push", "run: nix flake update", push) })).toBe("not-read");
  });

  it("is doubtful in a script of a workflow that a push calls, as Hyprland has it", () => {
    const files = {
      ".github/workflows/nix.yml": "on: push\njobs: { a: { uses: ./.github/workflows/update.yml } }\n",
      [updatePath]: workflow("workflow_call", "run: nix/update-inputs.sh", push),
    };

    expect(found(files)).toBe("not-read");
  });
});

describe("what a schedule starts and was not read", () => {
  it.each([
    "uses: ./.github/actions/update-flake",
    "uses: acme/nix-flake-update-action@v1",
    "run: ./scripts/update.sh",
    "run: just update",
    "run: nix run .#update",
  ])("leaves it unknown: %s", (step) => {
    expect(found({ ".github/workflows/nightly.yml": workflow(weekly, step) })).toBe("not-read");
  });

  it("leaves it unknown where a workflow from elsewhere is called that speaks of updates", () => {
    const call = (uses: string) => ({
      ".github/workflows/nightly.yml": `on: ${weekly}\njobs: { a: { uses: ${uses} } }\n`,
    });

    expect(found(call("acme/workflows/.github/workflows/update-dependencies.yml@v1"))).toBe("not-read");
    expect(found(call("acme/workflows/.github/workflows/codeql.yml@v1"))).toEqual([]);
  });

  it.each([
    "uses: dessant/lock-threads@v5",
    "uses: actions/stale@v9",
    "uses: actions/dependency-review-action@v4",
    "run: npm update",
  ])("leaves it known for what has nothing to do with flakes: %s", (step) => {
    expect(found({ ".github/workflows/nightly.yml": workflow(weekly, step) })).toEqual([]);
  });
});

describe("Dependabot", () => {
  const config = (...updates: readonly string[]) =>
    `version: 2\nupdates:\n${updates.map((u) => `  - ${u}\n`).join("")}`;

  it.each([".github/dependabot.yml", ".github/dependabot.yaml"])("is found in %s, in any entry", (path) => {
    const files = { [path]: config("package-ecosystem: npm", `package-ecosystem: "nix"`) };

    expect(factsOf(files).updateAutomation).toEqual({
      known: true,
      value: [{ kind: "dependabot", directories: null, inputs: null, startsChecks: true, evidence: { path, line: 4 } }],
    });
  });

  it("counts in an entry that is an alias", () => {
    const text = "x: &nix { package-ecosystem: nix, directory: / }\nversion: 2\nupdates: [*nix]\n";

    expect(found({ ".github/dependabot.yml": text })).toEqual(["dependabot"]);
  });

  it.each([
    ["other ecosystems", config("package-ecosystem: github-actions")],
    [
      "a Nix entry that is commented out",
      config("package-ecosystem: npm", "# package-ecosystem: nix").replace("- #", "# -"),
    ],
    ["a Nix entry that allows no pull request", config("{ package-ecosystem: nix, open-pull-requests-limit: 0 }")],
    ["no updates", "version: 2\n"],
    ["updates of a wrong shape", "version: 2\nupdates: nix\n"],
  ])("does not count with %s", (_, text) => {
    expect(found({ ".github/dependabot.yml": text })).toEqual([]);
  });
});

describe("Renovate", () => {
  it.each([
    "renovate.json",
    "renovate.json5",
    ".github/renovate.json",
    ".github/renovate.json5",
    ".renovaterc",
    ".renovaterc.json",
    ".renovaterc.json5",
  ])("counts in %s where Nix is enabled", (path) => {
    expect(found({ [path]: `{ "nix": { "enabled": true } }` })).toEqual(["renovate"]);
  });

  it("is read as JSON5, and shows the line", () => {
    const text = `// Renovate: { nix: { enabled: false } }
{
  /* "nix": { "enabled": false }, see
     https://docs.renovatebot.com */
  $schema: 'https://docs.renovatebot.com/renovate-schema.json', // "nix":
  extends:["config:recommended",],
\tnix:{enabled:true,},
}
`;

    expect(factsOf({ "renovate.json5": text }).updateAutomation).toEqual({
      known: true,
      value: [
        {
          kind: "renovate",
          directories: null,
          inputs: null,
          startsChecks: true,
          evidence: { path: "renovate.json5", line: 7 },
        },
      ],
    });
  });

  it.each([
    ["nothing of Nix, which is off by default", `{ "extends": ["config:recommended", ":semanticCommits"] }`],
    ["lock file maintenance only, which keeps other lock files", `{ "lockFileMaintenance": { "enabled": true } }`],
    ["Nix off", `{ "nix": { "enabled": false }, "lockFileMaintenance": { "enabled": true } }`],
    ["Nix off, whatever a preset says", `{ "nix": { "enabled": false }, "extends": ["local>acme/renovate"] }`],
    ["a list of managers without Nix", `{ "nix": { "enabled": true }, "enabledManagers": ["npm"] }`],
    ["everything off", `{ "enabled": false, "nix": { "enabled": true } }`],
    ["a comment", `{ /* "nix": { "enabled": true } */ }`],
    [
      "a rule for packages, which enables no manager",
      `{ "packageRules": [{ "matchManagers": ["nix"], "enabled": true }] }`,
    ],
    ["a preset of its own with an argument", `{ "extends": [":assignee(acme>team)"] }`],
  ])("does not count with %s", (_, text) => {
    expect(found({ "renovate.json": text })).toEqual([]);
  });

  it.each([
    ["a preset of another repository", `{ "extends": ["github>acme/renovate-config:nix"] }`],
    ["one such preset as text", `{ "extends": "local>acme/renovate-config" }`],
    ["a preset from npm", `{ "extends": ["@acme/renovate-config"] }`],
    ["Nix listed, and nowhere enabled", `{ "enabledManagers": ["nix", "npm"] }`],
  ])("is unknown with %s", (_, text) => {
    expect(found({ "renovate.json": text })).toBe("not-read");
  });

  it("counts in the first file only, as Renovate reads no other", () => {
    const on = `{ "nix": { "enabled": true } }`;

    expect(found({ ".github/renovate.json": on, "renovate.json": "{}" })).toEqual([]);
  });

  it("reads what package.json says to Renovate, after every other file, with its line", () => {
    const text = `{\n  "name": "site",\n  "renovate": {\n    "nix": { "enabled": true }\n  }\n}`;

    expect(factsOf({ "package.json": text }).updateAutomation).toMatchObject({
      value: [{ kind: "renovate", evidence: { path: "package.json", line: 4 } }],
    });
    expect(found({ "package.json": text, "renovate.json": "{}" })).toEqual([]);
    expect(found({ "package.json": `{ "name": "site" }` })).toEqual([]);
  });

  it("takes time in proportion to a hostile file", () => {
    const before = process.cpuUsage();
    for (const part of ["[", "{a:", "/*", '"\\"', "\n", "'", "//", ":"])
      found({ "renovate.json": part.repeat(100_000) });

    expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(5);
  });
});

describe("what cannot be read", () => {
  it.each([
    [updatePath, "on: ["],
    [updatePath, { isBinary: true }],
    [updatePath, { sizeBytes: 1e9 }],
    [".github/dependabot.yml", "updates: ["],
    [".github/dependabot.yml", "symlink"],
    ["renovate.json", "{"],
    ["renovate.json", `{ "nix": true }`],
    ["renovate.json", "x".repeat(300_000)],
  ] as const)("is unknown, not none: %s as %j", (path, file) => {
    expect(found({ [path]: file })).toBe("unreadable");
  });

  it("is unknown where there is more than anybody writes", () => {
    const text = `on: push\njobs: { a: { steps: [{ run: "${"x".repeat(200_000)}" }] } }\n`;
    const files = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`.github/workflows/${i}.yml`, text]));

    expect(found({ ".github/workflows/0.yml": text })).toEqual([]);
    expect(found(files)).toBe("unreadable");
  });

  it("does not hide what was found", () => {
    expect(
      found({ "renovate.json": "{", [updatePath]: workflow(weekly, "uses: Mic92/update-flake-inputs@v1") }),
    ).toEqual(["update-flake-inputs"]);
  });

  it("is unknown where not all paths were listed", () => {
    expect(found({}, false)).toBe("tree-truncated");
    expect(found({})).toEqual([]);
  });
});

describe("how far an automation reaches", () => {
  function reach(files: FixtureFiles) {
    const { updateAutomation } = factsOf(files);
    const facts = updateAutomation.known ? updateAutomation.value : [];
    return facts.map(({ kind, directories, inputs, startsChecks }) => [kind, directories, inputs, startsChecks]);
  }

  it("is the folder and the inputs that update-flake-lock is given, the root and all without", () => {
    const update = "uses: DeterminateSystems/update-flake-lock@v27";
    const given = `{ ${update}, with: { path-to-flake-dir: ./nix/, inputs: "nixpkgs home-manager", token: "\${{ secrets.PAT }}" } }`;
    const computed = `{ ${update}, with: { path-to-flake-dir: "\${{ matrix.dir }}" } }`;

    expect(reach({ [updatePath]: workflow(weekly, update, given, computed) })).toEqual([
      ["update-flake-lock", ["."], null, false],
      ["update-flake-lock", ["nix"], ["nixpkgs", "home-manager"], true],
      ["update-flake-lock", null, null, false],
    ]);
  });

  it("is every folder that the fork of update-flake-lock by DavHau lists, as dream2nix has it", () => {
    const update = `{ uses: DavHau/update-flake-lock@main, with: { inputs: nixpkgs, flake-dirs: ". ./dev-flake" } }`;

    expect(reach({ [updatePath]: workflow(weekly, update) })).toEqual([
      ["update-flake-lock", [".", "dev-flake"], ["nixpkgs"], false],
    ]);
  });

  it("is what Dependabot's entries name, unless a pattern does", () => {
    const text = `version: 2
updates:
  - { package-ecosystem: nix, directory: / }
  - { package-ecosystem: nix, directories: [/nix, /ci/] }
  - { package-ecosystem: nix, directories: ["/templates/*"] }
`;

    expect(reach({ ".github/dependabot.yml": text })).toEqual([
      ["dependabot", ["."], null, true],
      ["dependabot", ["nix", "ci"], null, true],
      ["dependabot", null, null, true],
    ]);
  });

  it("is every lock as a whole where Renovate maintains lock files", () => {
    const text = `{ "nix": { "enabled": true },\n "lockFileMaintenance": { "enabled": true } }`;

    expect(reach({ "renovate.json": text }).map(([kind]) => kind)).toEqual(["renovate", "renovate-lock-maintenance"]);
  });
});
