import { describe, expect, it } from "vitest";
import { judge, outcomes } from "../testing/judge.ts";
import { containersBuiltWithNix } from "./check.ts";

const plain = { "flake.nix": "{ outputs = { self }: { packages.x86_64-linux.default = self.x; }; }" };
const image = {
  "flake.nix": `{ outputs = { self, nixpkgs }: { packages.x86_64-linux.image = nixpkgs.dockerTools.buildLayeredImage { name = "a"; }; }; }`,
};

describe("containers-built-with-nix", () => {
  it("passes where Nix builds an image, also beside a Dockerfile", () => {
    expect(judge(containersBuiltWithNix, { ...image, Dockerfile: "" })).toEqual([
      {
        subject: ".",
        outcome: "pass",
        summary: "Nix builds a container image",
        evidence: [{ path: "flake.nix", line: 1 }],
      },
    ]);
  });

  it("fails where only Dockerfiles describe images", () => {
    expect(judge(containersBuiltWithNix, { ...plain, "api/Dockerfile": "", "web/Dockerfile": "" })[0]).toMatchObject({
      outcome: "fail",
      summary: "api/Dockerfile and 1 more describe images without Nix",
    });
  });

  it("is unknown where not all of the flake can be seen", () => {
    const hidden = { "flake.nix": "{ outputs = inputs: inputs.lib.make inputs; }", Dockerfile: "" };

    expect(outcomes(containersBuiltWithNix, hidden)).toEqual({ ".": "unknown" });
  });

  it("does not apply without a Dockerfile, for one of a development container, and without a flake", () => {
    expect(outcomes(containersBuiltWithNix, plain)).toEqual({ ".": "not-applicable" });
    expect(outcomes(containersBuiltWithNix, { ...plain, ".devcontainer/Dockerfile": "" })).toEqual({
      ".": "not-applicable",
    });
    expect(outcomes(containersBuiltWithNix, { Dockerfile: "" })).toEqual({ ".": "not-applicable" });
  });
});
