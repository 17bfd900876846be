import { describe, expect, it } from "vitest";
import { judge, outcomes } from "../testing/judge.ts";
import { trustedUsersNarrow } from "./check.ts";

const flake = { "flake.nix": "{ outputs = inputs: { }; }" };

function outcomeOf(module: string) {
  return outcomes(trustedUsersNarrow, { ...flake, "host.nix": module })["."];
}

describe("trusted-users-narrow", () => {
  it.each([`[ "*" ]`, `[ "root" "@users" ]`, `"root *"`])("fails for everybody: %s", (users) => {
    expect(
      judge(trustedUsersNarrow, { ...flake, "host.nix": `{\n  nix.settings.trusted-users = ${users};\n}` })[0],
    ).toMatchObject({
      outcome: "fail",
      evidence: [{ path: "host.nix", line: 2 }],
    });
  });

  it("passes for root and administrators, under the former option too", () => {
    expect(outcomeOf(`{ nix.settings.trusted-users = [ "root" "@wheel" ]; }`)).toBe("pass");
    expect(outcomeOf(`{ nix.trustedUsers = [ "root" "@admin" ]; }`)).toBe("pass");
  });

  it("does not know whether a person is an administrator, or what Nix computes", () => {
    expect(outcomeOf(`{ nix.settings.trusted-users = [ "root" "alice" ]; }`)).toBe("unknown");
    expect(outcomeOf(`{ user, ... }: { nix.settings.trusted-users = [ "root" user ]; }`)).toBe("unknown");
  });

  it("does not judge the runner of a workflow, nor an option that is only declared", () => {
    const step = '{ uses: cachix/install-nix-action@v31, with: { extra_nix_config: "trusted-users = *" } }';
    const workflow = { ...flake, ".github/workflows/ci.yml": `on: push\njobs: { a: { steps: [${step}] } }` };

    expect(outcomes(trustedUsersNarrow, workflow)).toEqual({ ".": "not-applicable" });
    expect(outcomeOf(`{ options.nix.settings.trusted-users = mkOption { default = [ "*" ]; }; }`)).toBe(
      "not-applicable",
    );
  });

  it("is unknown where a file cannot be read, and does not apply without a flake", () => {
    expect(outcomes(trustedUsersNarrow, { ...flake, "host.nix": { isBinary: true } })).toEqual({ ".": "unknown" });
    expect(outcomes(trustedUsersNarrow, { "host.nix": `{ nix.settings.trusted-users = [ "*" ]; }` })).toEqual({
      ".": "not-applicable",
    });
  });
});
