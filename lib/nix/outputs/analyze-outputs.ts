import type { ParsedFlake } from "../flake/parsed-flake.ts";
import { type ContainerImageUse, findContainerImages } from "./container-images.ts";
import { type HelperUse, helperUses } from "./helper-uses.ts";
import { type InputUses, inputReferences, inputUses } from "./input-uses.ts";
import { Interpreter } from "./interpreter.ts";
import type { FlakeRepository } from "./repository-files.ts";
import { asSet, opaqueSet, type Place, type SetValue } from "./value.ts";

/** FlakeOutputs is what the outputs of a flake offer, as far as it can be seen without evaluating Nix. */
export interface FlakeOutputs {
  /** The names of the outputs, sorted: `packages`, `devShells`, `nixosConfigurations`, and any other. */
  readonly names: readonly string[];
  /** False when there may be other names, or when a name is only there under a condition that is not visible. */
  readonly complete: boolean;
  /** Each name with the place that gives it, sorted by name. */
  readonly kinds: readonly OutputKind[];
  readonly usedInputs: InputUses;
  readonly helpers: readonly HelperUse[];
  /** The systems that the flake is made for, sorted, where it lists them; null when no list is visible. */
  readonly systems: readonly string[] | null;
  /** Where the flake, and the files that it imports, build container images. */
  readonly containerImages: readonly ContainerImageUse[];
}

/** OutputKind is one output. Its place is null when no line of the repository names it. */
export interface OutputKind {
  readonly name: string;
  readonly place: OutputPlace | null;
  /** False when the output is only there under a condition that is not visible. */
  readonly isCertain: boolean;
}

/** OutputPlace is a line of a file; the path is from the root of the repository, the line from 1. */
export interface OutputPlace {
  readonly path: string;
  readonly line: number;
}

/**
 * analyzeOutputs works out what a flake offers by following its `outputs` function as far as it goes: through `let`, `//`,
 * `genAttrs`, the known helper libraries, and the files of the repository that it imports.
 *
 * It never throws, evaluates nothing, and ends after a bounded number of steps and files. What it cannot see makes the result
 * incomplete; it never guesses a name. An output is counted when something is defined for it, not when a library adds an empty
 * one to every flake.
 *
 * @param repository gives the files around the flake; without `listFiles`, outputs that libraries make of folders stay unknown.
 */
export function analyzeOutputs(flake: ParsedFlake, repository: FlakeRepository): FlakeOutputs {
  const inputs = new Map(flake.inputs.map((input) => [input.name, input]));
  const interpreter = new Interpreter(repository, inputs);
  const set = asSet(interpreter.runFlake(flake)) ?? opaqueSet;
  const kinds = [...set.attributes]
    .map(([name, attribute]) => ({
      name,
      place: placeOf(attribute.place, interpreter),
      isCertain: !attribute.isPossible,
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  lookIntoSystems(interpreter, set);
  const references = inputReferences(flake, interpreter, interpreter.sources);
  return {
    names: kinds.map(({ name }) => name),
    complete: set.fallback === null && kinds.every(({ isCertain }) => isCertain),
    kinds,
    usedInputs: inputUses(interpreter, references),
    helpers: helperUses(interpreter, references),
    systems: interpreter.systems.size > 0 ? [...interpreter.systems].toSorted() : null,
    containerImages: findContainerImages(interpreter.sources),
  };
}

function placeOf(place: Place | null, interpreter: Interpreter): OutputPlace | null {
  const source = place && interpreter.sources.get(place.file);
  return source ? { path: place.file, line: source.text.positionAt(place.start).line } : null;
}

// The outputs that Nix expects to be divided by system.
const perSystemOutputs = ["packages", "devShells", "checks", "apps", "legacyPackages", "formatter"];

/** Notes the systems that outputs are named by, and looks at what they hold for one of them, so that its files are read. */
function lookIntoSystems(interpreter: Interpreter, outputs: SetValue): void {
  for (const name of perSystemOutputs) {
    const bySystem = outputs.attributes.get(name)?.value.force();
    if (bySystem?.kind !== "set") continue;
    interpreter.noteSystems([...bySystem.attributes.keys()]);
    const [first] = bySystem.attributes.values();
    const one = first?.value.force() ?? bySystem.fallback?.("x86_64-linux");
    if (one?.kind !== "set") continue;
    for (const attribute of one.attributes.values()) attribute.value.force();
  }
}
