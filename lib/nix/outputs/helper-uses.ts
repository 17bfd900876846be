import type { InputReference } from "./input-references.ts";
import { inputRepository } from "./input-repository.ts";
import type { Interpreter } from "./interpreter.ts";

/** HelperUse is what a flake uses a helper library for. */
export interface HelperUse {
  /** The name of the input. */
  readonly input: string;
  /** The library: `flake-utils`, `flake-parts`. */
  readonly library: string;
  /** What it takes from the library, sorted: `lib.eachDefaultSystem`. */
  readonly members: readonly string[];
  /** Whether it serves for nothing but going through systems, which `genAttrs` does as well; null when that is not visible. */
  readonly onlyForSystems: boolean | null;
}

const systemMembers = new Set([
  "lib.eachDefaultSystem",
  "lib.eachSystem",
  "lib.eachDefaultSystemMap",
  "lib.eachSystemMap",
  "lib.eachDefaultSystemPassThrough",
  "lib.eachSystemPassThrough",
  "lib.defaultSystems",
  "lib.allSystems",
  "lib.system",
]);

// The options of flake-parts that only divide outputs by system.
const systemOptions = new Set(["systems", "perSystem", "flake"]);

/** helperUses tells it of flake-utils, flake-utils-plus and flake-parts, sorted by input. */
export function helperUses(interpreter: Interpreter, references: readonly InputReference[]): readonly HelperUse[] {
  const uses: HelperUse[] = [];
  for (const [name, input] of interpreter.inputs) {
    const library = inputRepository(input);
    if (library !== "flake-utils" && library !== "flake-utils-plus" && library !== "flake-parts") continue;
    const members = membersOf(name, references);
    const onlyForSystems = library === "flake-parts" ? areModulesPlain(interpreter, members) : areForSystems(members);
    uses.push({ input: name, library, members, onlyForSystems });
  }
  return uses;
}

function membersOf(input: string, references: readonly InputReference[]): readonly string[] {
  const members = new Set<string>();
  for (const { path } of references) if (path[0] === input) members.add(path.slice(1, 3).join("."));
  return [...members].toSorted();
}

function areForSystems(members: readonly string[]): boolean | null {
  if (members.length === 0 || members.includes("") || members.includes("lib")) return null;
  return members.every((member) => systemMembers.has(member));
}

function areModulesPlain(interpreter: Interpreter, members: readonly string[]): boolean | null {
  if (members.some((member) => member !== "lib.mkFlake" && member !== "")) return false;
  const { flakePartsOptions } = interpreter;
  if (flakePartsOptions.size === 0 || members.length !== 1) return null;
  return [...flakePartsOptions].every((option) => systemOptions.has(option));
}
