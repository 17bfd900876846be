import type { OutputsFacts } from "#lib/model/flake.ts";
import type { ParsedFlake } from "#lib/nix/flake/parsed-flake.ts";
import { analyzeOutputs } from "#lib/nix/outputs/analyze-outputs.ts";
import { namesInOtherFiles } from "./names-in-other-files.ts";
import { parsedNix } from "./parsed-nix.ts";
import { isFile, type SnapshotFiles } from "./snapshot-files.ts";

/**
 * outputsFacts is what a flake offers. Files that it imports are followed as far as they were read; what lies in others
 * makes the list incomplete.
 */
export function outputsFacts(flake: ParsedFlake, directory: string, files: SnapshotFiles): OutputsFacts {
  const { kinds, complete, systems, usedInputs, helpers, containerImages } = analyzeOutputs(flake, {
    directory,
    readFile: parsedNix(files),
    listFiles: files.isComplete ? () => filePaths(files) : null,
  });
  return {
    kinds: kinds.map(({ name, place }) => ({ name, evidence: place })),
    isComplete: complete,
    systems,
    usedInputs: usedInputs.names,
    areUsesComplete: usedInputs.complete,
    inputsNamedElsewhere: flake.inputs.map(({ name }) => name).filter((name) => namesInOtherFiles(files).has(name)),
    helperUses: helpers.map(({ onlyForSystems, ...use }) => ({ ...use, isOnlyForSystems: onlyForSystems })),
    containerImages: containerImages.map(({ path, line }) => ({ path, line })),
  };
}

function filePaths(files: SnapshotFiles): readonly string[] {
  return [...files.entries.values()].filter(isFile).map((entry) => entry.path);
}
