import { describe, expect, it } from "vitest";
import { judge } from "../testing/judge.ts";
import { flakePresent } from "./check.ts";

const flake = "{ outputs = inputs: { }; }";

describe("flake-present", () => {
  it("passes for a flake in any folder, and shows where", () => {
    expect(judge(flakePresent, { "nix/flake.nix": flake })).toEqual([
      { subject: ".", outcome: "pass", summary: "nix/flake.nix is here", evidence: [{ path: "nix/flake.nix" }] },
    ]);
    expect(judge(flakePresent, { "flake.nix": flake, "nix/flake.nix": flake })[0]?.summary).toBe("2 flakes are here");
  });

  it("fails without flake, and names the other ways in which Nix is used", () => {
    expect(judge(flakePresent, { "main.c": "" })[0]).toMatchObject({
      outcome: "fail",
      summary: "there is no flake.nix",
    });
    expect(judge(flakePresent, { "shell.nix": "", ".envrc": "use nix\n" })).toEqual([
      {
        subject: ".",
        outcome: "fail",
        summary: "Nix is used without a flake (shell.nix, use-nix)",
        evidence: [{ path: "shell.nix" }, { path: ".envrc", line: 1 }],
      },
    ]);
  });

  it("does not deny the flakes of a repository that holds templates only", () => {
    const [result] = judge(flakePresent, { "templates/go/flake.nix": flake, "tests/flake.nix": flake });

    expect(result).toMatchObject({ outcome: "fail", summary: "the only flakes are templates, examples or tests" });
    expect(result?.evidence).toHaveLength(2);
  });

  it("is unknown without flake when not all files could be listed, but passes for one that was", () => {
    expect(judge(flakePresent, { "main.c": "" }, false)[0]?.outcome).toBe("unknown");
    expect(judge(flakePresent, { "flake.nix": flake }, false)[0]?.outcome).toBe("pass");
  });

  it("takes a flake.nix that does not parse, or that is a link, for a flake", () => {
    expect(judge(flakePresent, { "flake.nix": "{" })[0]?.outcome).toBe("pass");
    expect(judge(flakePresent, { "flake.nix": "symlink" })[0]?.outcome).toBe("pass");
  });
});
