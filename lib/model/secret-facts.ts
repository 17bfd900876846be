import type { Evidence } from "./evidence.ts";
import type { Observed } from "./observed.ts";

/** SecretFact is a place that looks like a secret in the clear. The rule and the place are kept, never the value. */
export interface SecretFact {
  /** The rule that found it: `private-key`, `github-token`, `nix-access-token`, `plaintext-password` … */
  readonly rule: string;
  readonly evidence: Evidence;
}

/** KeyFileRead is a `builtins.readFile` (or a path put into the store) of a file whose name says that it holds a secret. */
export interface KeyFileRead {
  readonly file: string;
  readonly evidence: Evidence;
}

/** SecretManagerKind names what keeps secrets out of the Nix store. */
export type SecretManagerKind = "agenix" | "ragenix" | "agenix-rekey" | "sops-nix" | "vault" | "opnix";

/** SecretManagerFact is one such manager in use, where it shows. */
export interface SecretManagerFact {
  readonly kind: SecretManagerKind;
  readonly evidence: Evidence;
}

/** SecretFacts is what a repository shows of secrets. */
export interface SecretFacts {
  /** Unknown when nothing was found, and a file that may hold one was not read. */
  readonly plaintext: Observed<readonly SecretFact[]>;
  readonly keyFileReads: Observed<readonly KeyFileRead[]>;
  readonly managers: readonly SecretManagerFact[];
}
