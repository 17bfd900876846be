import { describe, expect, it } from "vitest";
import { judge, outcomes } from "../testing/judge.ts";
import { secretsAbsent } from "./check.ts";

const flake = { "flake.nix": "{ outputs = inputs: { }; }" };

describe("secrets-absent", () => {
  it("fails for a secret in the clear, with rule and place and without its value", () => {
    const files = { ...flake, "host.nix": `{\n  users.users.alice.password = "walnut-gate";\n}` };

    expect(judge(secretsAbsent, files)).toEqual([
      {
        subject: ".",
        outcome: "fail",
        summary: "1 place looks like a secret in the clear: plaintext-password",
        evidence: [{ path: "host.nix", line: 2 }],
      },
    ]);
  });

  it("passes where nothing looks like one, also beside the key that only locks an account", () => {
    const files = { ...flake, "host.nix": `{ users.users.root.hashedPassword = "*"; }` };

    expect(outcomes(secretsAbsent, files)).toEqual({ ".": "pass" });
  });

  it("is unknown where files were not read, and does not apply without a flake", () => {
    expect(outcomes(secretsAbsent, { ...flake, "host.nix": { sizeBytes: 1e9 } })).toEqual({ ".": "unknown" });
    expect(outcomes(secretsAbsent, { "host.nix": `{ users.users.a.password = "walnut-gate"; }` })).toEqual({
      ".": "not-applicable",
    });
  });
});
