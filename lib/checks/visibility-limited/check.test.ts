import { describe, expect, it } from "vitest";
import type { PublishingFact, PublishingFacts } from "#lib/model/publishing-facts.ts";
import type { Visibility } from "#lib/model/repository.ts";
import { contextOf } from "../testing/judge.ts";
import { visibilityLimited } from "./check.ts";

const evidence = { path: ".github/workflows/publish.yml", line: 9 };

function published(visibility: PublishingFact["visibility"]): PublishingFacts {
  const place = { kind: "flakehub-push", visibility, style: "rolling", name: null, directory: null, evidence } as const;
  return { places: [place], unread: null };
}

function judgeOf(repository: Visibility | null, publishing: PublishingFacts) {
  const context = contextOf({ "flake.nix": "{ outputs = inputs: { }; }" });
  const facts = { ...context.facts, publishing };
  return visibilityLimited.evaluate({
    ...context,
    facts,
    repository: { ...context.repository, visibility: repository },
  })[0];
}

describe("visibility-limited", () => {
  it.each(["public", "unlisted"] as const)("fails for a private repository that publishes as %s", (visibility) => {
    expect(judgeOf("private", published(visibility))).toEqual({
      subject: ".",
      outcome: "fail",
      summary: `the repository is private, and its flake is published as ${visibility}`,
      evidence: [evidence],
    });
  });

  it("passes for a flake that is published privately, or not at all", () => {
    expect(judgeOf("internal", published("private"))?.outcome).toBe("pass");
    expect(judgeOf("private", { places: [], unread: null })?.outcome).toBe("pass");
  });

  it("takes a public repository as public by intent", () => {
    expect(judgeOf("public", published("public"))?.outcome).toBe("not-applicable");
  });

  it("is unknown where a visibility is computed, not read, or that of the repository is not known", () => {
    expect(judgeOf("private", published(null))?.outcome).toBe("unknown");
    expect(judgeOf("private", { places: [], unread: "unreadable" })?.outcome).toBe("unknown");
    expect(judgeOf("private", { ...published("private"), unread: "unreadable" })?.outcome).toBe("unknown");
    expect(judgeOf(null, published("public"))?.outcome).toBe("unknown");
  });

  it("does not apply without a flake", () => {
    expect(visibilityLimited.evaluate(contextOf({}))[0]?.outcome).toBe("not-applicable");
  });
});
