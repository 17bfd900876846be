import type { FlakeFacts, InputFacts } from "#lib/model/flake.ts";
import { inputSource } from "../input-source.ts";

/**
 * servesOnlyForSystems says whether a helper library does nothing for a flake but go through systems, which a few lines
 * of Nix do as well. The lists of nix-systems are made for nothing else. False when it is not visible.
 */
export function servesOnlyForSystems(input: InputFacts, { outputs }: FlakeFacts): boolean {
  if (inputSource(input)?.owner === "nix-systems") return true;
  return outputs?.helperUses.some((use) => use.input === input.name && use.isOnlyForSystems === true) ?? false;
}

// What the lists of nix-systems hold, by the names of their repositories; any other is called by its one system.
const systemLists: ReadonlyMap<string, readonly string[]> = new Map([
  ["default", ["aarch64-darwin", "aarch64-linux", "x86_64-darwin", "x86_64-linux"]],
  ["default-linux", ["aarch64-linux", "x86_64-linux"]],
  ["default-darwin", ["aarch64-darwin", "x86_64-darwin"]],
]);

/**
 * systemsOf are the systems that a flake goes through: those that its outputs show, or those of the list that it takes
 * as an input. Null where neither tells.
 */
export function systemsOf({ outputs, inputs }: FlakeFacts): readonly string[] | null {
  if (outputs?.systems != null && outputs.systems.length > 0) return outputs.systems;
  const lists = inputs.map(inputSource).filter((source) => source?.owner === "nix-systems");
  const [list] = lists;
  return list === undefined || lists.length > 1 ? null : (systemLists.get(list.name) ?? null);
}
