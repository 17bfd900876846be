import { describe, expect, it } from "vitest";
import { factsOf } from "./testing/snapshot-fixture.ts";

describe("inputs that other Nix files name", () => {
  const flake = `{
    inputs.a.url = "github:o/a";
    inputs.b-c.url = "github:o/b";
    inputs.d.url = "github:o/d";
    outputs = inputs: { };
  }`;
  const named = (files: Readonly<Record<string, string>>) =>
    factsOf({ "flake.nix": flake, ...files }).flakes.find(({ directory }) => directory === ".")?.outputs
      ?.inputsNamedElsewhere;

  it("are found as whole words, by selection, inherit or text", () => {
    expect(named({ "m.nix": "{ me, ... }: { inherit (me.inputs) a; x = me.inputs.b-c; }" })).toEqual(["a", "b-c"]);
    expect(named({ "nix/lock.nix": `nodes."d"` })).toEqual(["d"]);
    expect(named({ "m.nix": "{ ab, c, d' }: ab" })).toEqual([]);
  });

  it("are not sought in flakes, nor in what is no Nix", () => {
    expect(named({ "sub/flake.nix": "{ outputs = inputs: inputs.a; }", "README.md": "a b-c d" })).toEqual([]);
  });
});
