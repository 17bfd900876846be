import { describe, expect, it } from "vitest";
import { judge, outcomes } from "../testing/judge.ts";
import { secretsManaged } from "./check.ts";

const machines = {
  "flake.nix": "{ outputs = { self, nixpkgs }: { nixosConfigurations.web = nixpkgs.lib.nixosSystem { }; }; }",
};
const bare = { "host.nix": "{ services.app.passwordFile = ./db; }" };

describe("secrets-managed", () => {
  it("passes where a manager is in use, and names it", () => {
    expect(judge(secretsManaged, { ...machines, ...bare, ".sops.yaml": "creation_rules: []" })[0]).toMatchObject({
      outcome: "pass",
      summary: "secrets are managed with sops",
      evidence: [{ path: ".sops.yaml" }],
    });
  });

  it("fails where machines have secrets and no manager", () => {
    expect(judge(secretsManaged, { ...machines, ...bare })[0]).toMatchObject({
      outcome: "fail",
      evidence: [{ path: "host.nix", line: 1 }],
    });
  });

  it("asks for no manager where machines need no secret, or there are no machines", () => {
    expect(outcomes(secretsManaged, { ...machines, "host.nix": "{ }" })).toEqual({ ".": "not-applicable" });
    expect(outcomes(secretsManaged, { "flake.nix": "{ outputs = inputs: { }; }", ...bare })).toEqual({
      ".": "not-applicable",
    });
    expect(outcomes(secretsManaged, {})).toEqual({ ".": "not-applicable" });
  });

  it("is unknown where a manager may stand in what was not read", () => {
    expect(outcomes(secretsManaged, { ...machines, ...bare, "secrets.nix": { sizeBytes: 1e9 } })).toEqual({
      ".": "unknown",
    });
    expect(outcomes(secretsManaged, { "flake.nix": "symlink" })).toEqual({ ".": "unknown" });
  });
});
