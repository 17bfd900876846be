import type { ErrorCode } from "#lib/model/error-code.ts";

interface AppErrorOptions {
  readonly cause?: unknown;
  /** Small and free of secrets; goes to the log beside the static message. */
  readonly context?: Readonly<Record<string, string | number>>;
  /** Whether trying again later may work. */
  readonly isRetryable?: boolean;
}

// Next loads its pages and its instrumentation as separate modules, each with a class of its own; the symbol is one.
const brand = Symbol.for("flakeboard.AppError");

/**
 * AppError is an error that a person may read: its message says what happened and how to mend it, in one or two
 * plain sentences, without any secret. Anything else that is thrown is our own bug and shows as `internal`.
 * `instanceof` knows it wherever it was thrown: the database is opened by one copy of this module and asked by another.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly context: Readonly<Record<string, string | number>>;
  readonly isRetryable: boolean;
  readonly [brand] = true;
  /** What Next hands to a page's error boundary; of what is thrown on the server nothing else reaches the browser. */
  readonly digest: ErrorCode;

  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && brand in value;
  }

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.digest = code;
    this.context = options.context ?? {};
    this.isRetryable = options.isRetryable ?? false;
  }
}

/** httpStatus is the HTTP status that an error answers with. */
export const httpStatus = {
  config: 500,
  parse: 422,
  "not-found": 404,
  forbidden: 403,
  unauthorized: 401,
  "rate-limited": 429,
  "provider-unavailable": 502,
  timeout: 504,
  "database-unavailable": 503,
  "database-locked": 503,
  conflict: 409,
  interrupted: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

/** toAppError keeps an AppError and wraps anything else as `internal`, with the original as its cause. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const message = hasMessage(error) ? error.message : String(error);
  return new AppError("internal", `Something went wrong inside Flakeboard: ${message}`, { cause: error });
}

/** Some libraries tell of trouble by an object that is no Error and has its words. */
function hasMessage(value: unknown): value is { readonly message: string } {
  return typeof value === "object" && value !== null && "message" in value && typeof value.message === "string";
}
