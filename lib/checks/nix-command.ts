import type { FlakeFacts } from "#lib/model/flake.ts";

// What no shell reads as anything but a word, and Nix takes for the name of an input or a relative path.
const inputName = /^[a-zA-Z][a-zA-Z0-9_-]*$/;
const directoryName = /^[a-zA-Z0-9_][a-zA-Z0-9_./-]*$/;

/**
 * lockCommand is the command that brings the lock of a flake in line with its flake.nix, from the root of the repository.
 *
 * @returns null for a folder whose name a shell would read as more than a word.
 */
export function lockCommand({ directory }: FlakeFacts): string | null {
  if (directory === ".") return "nix flake lock";
  return directoryName.test(directory) ? `nix flake lock ./${directory}` : null;
}

/**
 * updateCommand is the command that updates one input of a flake, from the root of the repository.
 *
 * @returns null where the name of the input, or the folder, is more than a word for a shell.
 */
export function updateCommand({ directory }: FlakeFacts, input: string): string | null {
  if (!inputName.test(input)) return null;
  if (directory === ".") return `nix flake update ${input}`;
  return directoryName.test(directory) ? `nix flake update ${input} --flake ./${directory}` : null;
}
