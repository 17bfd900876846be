import type { ErrorCode } from "#lib/model/error-code.ts";

interface AppErrorOptions {
  readonly cause?: unknown;
  /** Small and free of secrets; goes to the log beside the static message. */
  readonly context?: Readonly<Record<string, string | number>>;
  /** Whether trying again later may work. */
  readonly isRetryable?: boolean;
}

/**
 * AppError is an error that a person may read: its message says what happened and how to mend it, in one or two
 * plain sentences, without any secret. Anything else that is thrown is our own bug and shows as `internal`.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly context: Readonly<Record<string, string | number>>;
  readonly isRetryable: boolean;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
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
  const message = error instanceof Error ? error.message : String(error);
  return new AppError("internal", `Something went wrong inside Flakeboard: ${message}`, { cause: error });
}
