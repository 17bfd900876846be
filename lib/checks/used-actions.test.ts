import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checks } from "./registry.ts";
import { contextOf } from "./testing/judge.ts";
import { usedAction } from "./used-actions.ts";

const commit = "50ab793786d9de88ee30ec4e4c24fb4236fc2674";

const flake = `{
  inputs.nixpkgs.url = "https://flakehub.com/f/NixOS/nixpkgs/0.1";
  outputs = { self, nixpkgs }: { packages.x86_64-linux.default = nixpkgs.hello; };
}`;

const workflowAt = (ref: string) => ({
  "flake.nix": flake,
  ".github/workflows/ci.yml": `on: push
jobs:
  nix:
    steps:
      - uses: determinatesystems/determinate-nix-action@${ref}
      - run: nix build
`,
});

describe("an action in a workflow that is made for a repository", () => {
  it("stands at the commit at which the repository uses it already, and at no other", () => {
    const install = "DeterminateSystems/determinate-nix-action@v3";

    expect(usedAction(install, contextOf(workflowAt(commit)).facts)).toBe(install.replace("v3", commit));
    expect(usedAction(install, contextOf(workflowAt("main")).facts)).toBe(install);
    expect(usedAction("cachix/cachix-action@v16", contextOf(workflowAt(commit)).facts)).toBe(
      "cachix/cachix-action@v16",
    );
  });

  it("is never said to be done with while it stands at a tag", () => {
    const context = contextOf({ "flake.nix": flake });
    const fixes = checks.flatMap((check) =>
      check.evaluate(context).flatMap((result) => check.fix?.(context, result) ?? []),
    );
    const workflows = fixes.filter(({ path }) => path?.startsWith(".github/workflows/"));

    expect(workflows.length).toBeGreaterThanOrEqual(3);
    for (const { text, note } of workflows) {
      expect(JSON.stringify(parse(text))).toMatch(/@v\d/);
      expect(note).toContain("put the commit of the tag in its place");
    }
  });
});
