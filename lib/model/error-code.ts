/** ErrorCode names what kind of thing went wrong; each maps to a sentence, an HTTP status and an exit code. */
export type ErrorCode =
  | "config"
  | "parse"
  | "not-found"
  | "forbidden"
  | "unauthorized"
  | "rate-limited"
  | "provider-unavailable"
  | "timeout"
  | "database-unavailable"
  | "database-locked"
  | "conflict"
  | "interrupted"
  | "internal";
