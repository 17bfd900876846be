import type { FlakeRefResult } from "./flake-ref.ts";

/** FlakeRefError is thrown inside this folder for a reference that Nix refuses; it never leaves the folder. */
export class FlakeRefError extends Error {}

/**
 * catchFlakeRefError runs one parse and turns a FlakeRefError into an error result.
 * Any other exception is a bug of ours and passes through.
 */
export function catchFlakeRefError<T>(run: () => T): T | Extract<FlakeRefResult, { status: "error" }> {
  try {
    return run();
  } catch (error) {
    if (error instanceof FlakeRefError) return { status: "error", message: error.message.slice(0, messageMax) };
    throw error;
  }
}

// Messages quote the reference, and a hostile one can be long.
const messageMax = 500;
