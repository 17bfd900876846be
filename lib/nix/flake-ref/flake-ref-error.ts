import type { FlakeRefResult } from "./flake-ref.ts";

/** FlakeRefError is thrown inside this folder for a reference that Nix refuses; it never leaves the folder. */
export class FlakeRefError extends Error {}

/**
 * BadUrlError is a FlakeRefError for text that is no URL of a reference. Nix then goes on and takes the text for a path.
 * Source: Nix 2.35, BadURL in src/libutil/url.cc.
 */
export class BadUrlError extends FlakeRefError {}

/**
 * catchFlakeRefError runs one parse and turns a FlakeRefError into an error result.
 * Any other exception is a bug of ours and passes through.
 */
export function catchFlakeRefError<T>(run: () => T): T | FlakeRefRefusal {
  try {
    return run();
  } catch (error) {
    if (error instanceof FlakeRefError) return refusalOf(error, false);
    throw error;
  }
}

/** refusalOf is an error as a result. */
export function refusalOf({ message }: FlakeRefError, isTakenForPath: boolean): FlakeRefRefusal {
  return { status: "error", message: message.slice(0, messageMax), isTakenForPath };
}

type FlakeRefRefusal = Extract<FlakeRefResult, { status: "error" }>;

// Messages quote the reference, and a hostile one can be long.
const messageMax = 500;
