import { describe, expect, it } from "vitest";
import { factsOf } from "#lib/facts/testing/snapshot-fixture.ts";
import { contextOf } from "../testing/judge.ts";
import { fixOf, nixProblems } from "../testing/parse-fix.ts";
import { flakePresent } from "./check.ts";

describe("a first flake", () => {
  it.each([
    ["go.mod", "pkgs.go"],
    ["Cargo.toml", "pkgs.cargo"],
    ["package.json", "pkgs.nodejs"],
    ["pyproject.toml", "pkgs.python3"],
    ["pom.xml", "pkgs.maven"],
    ["composer.json", "pkgs.phpPackages.composer"],
    ["Gemfile", "pkgs.bundler"],
    ["mix.exs", "pkgs.elixir"],
  ])(
    "for %s has the tools of its language, and offers a development shell that can be seen whole",
    (manifest, tool) => {
      const fix = fixOf(flakePresent, contextOf({ [manifest]: "" }), ".");
      const text = fix?.text ?? "";

      expect(nixProblems(text)).toEqual([]);
      expect(text).toContain(`${tool}\n`);
      const [flake] = factsOf({ "flake.nix": text }).flakes;
      expect(flake?.parse).toEqual({ status: "ok" });
      expect(flake?.outputs).toMatchObject({
        isComplete: true,
        systems: ["aarch64-darwin", "aarch64-linux", "x86_64-linux"],
      });
      expect(flake?.outputs?.kinds.map(({ name }) => name)).toEqual(["devShells"]);
    },
  );

  it("names every language once, and the repository in a string that nothing escapes from", () => {
    const context = contextOf({ "go.mod": "", "package.json": "", "setup.py": "", "requirements.txt": "" });
    const fix = fixOf(flakePresent, { ...context, repository: { ...context.repository, name: `"; x = \${y}` } }, ".");

    expect(fix?.title).toBe("Start with a development shell for Go and JavaScript and Python");
    expect(nixProblems(fix?.text ?? "")).toEqual([]);
    expect(factsOf({ "flake.nix": fix?.text ?? "" }).flakes[0]?.description).toContain(`"; x = \${y}`);
  });

  it("is an empty shell to fill where only a Dockerfile says what is needed", () => {
    const fix = fixOf(flakePresent, contextOf({ Dockerfile: "" }), ".");

    expect(nixProblems(fix?.text ?? "")).toEqual([]);
    expect(fix?.note).toContain("Dockerfile");
  });

  it("is not made where nothing tells what it would hold, nor where there is a flake", () => {
    expect(fixOf(flakePresent, contextOf({ "README.md": "" }), ".")).toBeNull();
    expect(fixOf(flakePresent, contextOf({ "go.mod": "", "flake.nix": "{ outputs = i: { }; }" }), ".")).toBeNull();
  });
});
