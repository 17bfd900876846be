import { parseFlake } from "../../flake/parse-flake.ts";
import { analyzeOutputs, type FlakeOutputs } from "../analyze-outputs.ts";

/**
 * outputsOf analyzes a flake for tests: `outputs` is the text behind `outputs =`, `files` further files of the repository by path
 * from its root, where the flake is.
 */
export function outputsOf(
  outputs: string,
  files: Readonly<Record<string, string>> = {},
  inputs = 'inputs.nixpkgs.url = "github:NixOS/nixpkgs";',
): FlakeOutputs {
  const source = `{ ${inputs}\n outputs = ${outputs}; }`;
  const all = new Map([["flake.nix", source], ...Object.entries(files)]);
  return analyzeOutputs(parseFlake(source), {
    directory: ".",
    readFile: (path) => all.get(path),
    listFiles: () => [...all.keys()],
  });
}

/** namesOf gives the names as one line, with a `+` behind it when there may be more. */
export function namesOf(...given: Parameters<typeof outputsOf>): string {
  const { names, complete } = outputsOf(...given);
  return `${names.join(" ")}${complete ? "" : " +"}`.trim();
}
