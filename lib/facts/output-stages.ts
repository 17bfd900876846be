import type { FlakeFacts } from "#lib/model/flake.ts";
import type { Stage, StageReached } from "#lib/model/stage.ts";

/** The stage that each output shows. Outputs that show none, such as `formatter` and `lib`, are left out. */
const stageOfOutput: ReadonlyMap<string, Stage> = new Map([
  ["devShells", "development"],
  ["devShell", "development"],
  ["packages", "packaging"],
  ["defaultPackage", "packaging"],
  ["legacyPackages", "packaging"],
  ["apps", "packaging"],
  ["overlays", "packaging"],
  ["overlay", "packaging"],
  ["hydraJobs", "continuous-integration"],
  ["herculesCI", "continuous-integration"],
  ["nixosConfigurations", "systems"],
  ["nixosModules", "systems"],
  ["darwinConfigurations", "systems"],
  ["darwinModules", "systems"],
  ["homeConfigurations", "systems"],
  ["homeModules", "systems"],
  ["ociImages", "systems"],
]);

/** outputStages are the stages that the outputs of the main flakes show, each as often as it is shown. */
export function outputStages(flakes: readonly FlakeFacts[]): readonly StageReached[] {
  const found: StageReached[] = [];
  for (const flake of flakes) {
    if (flake.role !== "main") continue;
    for (const { name, evidence } of flake.outputs?.kinds ?? []) {
      const stage = stageOfOutput.get(name);
      const path = flake.directory === "." ? "flake.nix" : `${flake.directory}/flake.nix`;
      if (stage !== undefined) found.push({ stage, evidence: evidence ?? { path } });
    }
  }
  return found;
}
