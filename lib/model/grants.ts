import type { Instant } from "./instant.ts";

/**
 * Grants is what a provider says that the credentials may do: the scopes of a classic token, or the permissions of an
 * App's installation, each with its level. Of a fine-grained token GitHub tells nothing but when it ends (`untold`).
 */
export type Grants =
  | {
      readonly kind: "scopes";
      readonly scopes: readonly string[];
      /** Null when it does not end, or when that was not told. */
      readonly expiresAt: Instant | null;
    }
  | { readonly kind: "permissions"; readonly permissions: Readonly<Record<string, string>> }
  | { readonly kind: "untold"; readonly expiresAt: Instant | null };
