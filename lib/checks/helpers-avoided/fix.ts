import type { Fix } from "#lib/model/fix.ts";
import type { FlakeFacts } from "#lib/model/flake.ts";
import type { CheckContext, CheckResult } from "../check.ts";
import { inputsAmong } from "../helper-inputs.ts";
import { nixName, nixString } from "../nix-text.ts";
import { findFlake, flakePath } from "../subjects.ts";
import { servesOnlyForSystems, systemsOf } from "./only-for-systems.ts";

const setsBySystem = ["packages", "legacyPackages", "apps", "checks", "devShells"] as const;

/**
 * fix is the function that goes through the flake's own systems without any library, for a flake whose helpers serve
 * for nothing else. It needs a Nixpkgs among the inputs, and systems that can be told.
 */
export function fix({ facts, policy }: CheckContext, { subject, outcome }: CheckResult): Fix | null {
  const flake = outcome === "fail" ? findFlake(facts, subject) : undefined;
  const systems = flake === undefined ? null : systemsOf(flake);
  if (flake === undefined || systems === null) return null;
  const helpers = inputsAmong(policy.helperLibraries, flake);
  const own = flake.inputs.filter((input) => input.isNixpkgs);
  const nixpkgs = own.find((input) => input.name === "nixpkgs") ?? own[0];
  if (nixpkgs === undefined || !helpers.every((input) => servesOnlyForSystems(input, flake))) return null;
  const names = helpers.map((input) => input.name).join(" and ");
  return {
    title: `Go through systems in plain Nix, without ${names}`,
    language: "nix",
    path: flakePath(flake),
    text: functionText(nixName(nixpkgs.name), systems, flake),
    note: `The body of outputs. Put what each output holds into its braces, where pkgs and system are at hand; then take ${names} out of the inputs.`,
  };
}

function functionText(nixpkgs: string, systems: readonly string[], { outputs }: FlakeFacts): string {
  const kinds = new Set(outputs?.kinds.map(({ name }) => name));
  const found = setsBySystem.filter((name) => kinds.has(name));
  const sets = (found.length > 0 ? found : ["packages"]).map(
    (name) => `  ${name} = forEachSupportedSystem ({ pkgs, system }: { });`,
  );
  return `let
  supportedSystems = [ ${systems.map(nixString).join(" ")} ];
  forEachSupportedSystem =
    f:
    ${nixpkgs}.lib.genAttrs supportedSystems (
      system:
      f {
        inherit system;
        pkgs = import ${nixpkgs} { inherit system; };
      }
    );
in
{
${sets.join("\n")}
}`;
}
