import { describe, expect, it } from "vitest";
import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { daysAgo, judge, outcomes } from "../testing/judge.ts";
import { inputsReproducible } from "./check.ts";

const narHash = "sha256-x";

function outcomeOf(url: string, locked: Readonly<Record<string, string | number>>) {
  const lock = lockText({ a: "a" }, { a: { locked, original: { type: String(locked.type) } } });
  const flake = `{ inputs.a.url = "${url}"; outputs = i: { }; }`;
  return outcomes(inputsReproducible, { "flake.nix": flake, "flake.lock": lock })["./a"];
}

describe("inputs-reproducible", () => {
  it("passes for a revision, and for an archive or a file by its hash", () => {
    const rev = "a".repeat(40);

    expect(outcomeOf("github:o/r", { type: "github", owner: "o", repo: "r", rev, narHash })).toBe("pass");
    expect(
      outcomeOf("https://example.org/a.tar.gz", { type: "tarball", url: "https://example.org/a.tar.gz", narHash }),
    ).toBe("pass");
  });

  it("fails for a repository that is locked without a revision, as from a tree with changes", () => {
    expect(outcomeOf("git+https://example.org/a", { type: "git", url: "https://example.org/a", narHash })).toBe("fail");
    expect(
      outcomeOf("git+https://example.org/a", {
        type: "git",
        url: "https://example.org/a",
        dirtyRev: "x-dirty",
        narHash,
      }),
    ).toBe("fail");
  });

  it("fails for what only one machine has, locked or not, and says what it is", () => {
    const flake = `{ inputs.a.url = "path:/home/me/a"; inputs.b.url = "git+file:///srv/b"; outputs = i: { }; }`;

    expect(judge(inputsReproducible, { "flake.nix": flake })).toMatchObject([
      { subject: "./a", outcome: "fail", summary: "a is an absolute path, which only one machine has" },
      { subject: "./b", outcome: "fail", summary: "b is a file URL, which only one machine has" },
    ]);
  });

  it("fails for a registry's name that the lock holds as a path of one machine", () => {
    expect(outcomeOf("nixpkgs", { type: "path", path: "/nix/store/x-source", narHash })).toBe("fail");
  });

  // Holochain takes a repository so, for a test that is given one with --override-input; devenv names the first itself.
  it.each(["file+file:///dev/null", "file+file:/dev/null"])("accuses nobody of %s", (url) => {
    expect(outcomeOf(url, { type: "file", url: "file:///dev/null", narHash })).toBe("pass");
  });

  it("leaves out paths inside the repository, and what follows", () => {
    const flake = `{ inputs.sub.url = "path:./sub"; inputs.b.follows = "sub"; outputs = i: { }; }`;

    expect(outcomes(inputsReproducible, { "flake.nix": flake })).toEqual({ ".": "not-applicable" });
  });

  it("is unknown without a lock, and does not apply without a flake", () => {
    const flake = `{ inputs.a.url = "github:o/r"; outputs = i: { }; }`;
    const other = lockText({ b: "b" }, { b: githubNode("o", "b", daysAgo(1)) });

    expect(outcomes(inputsReproducible, { "flake.nix": flake })).toEqual({ "./a": "unknown" });
    expect(outcomes(inputsReproducible, { "flake.nix": flake, "flake.lock": other })).toEqual({ "./a": "unknown" });
    expect(outcomes(inputsReproducible, {})).toEqual({ ".": "not-applicable" });
  });
});
