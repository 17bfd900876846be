import { httpStatus, toAppError } from "#lib/errors/app-error.ts";
import type { ErrorCode } from "#lib/model/error-code.ts";

/** problem is an error as RFC 9457 problem details; `detail` is a sentence for people. */
export function problem(code: ErrorCode, detail: string): Response {
  const status = httpStatus[code];
  const body = { type: `urn:flakeboard:problem:${code}`, title: code, status, detail };
  return Response.json(body, { status, headers: { "content-type": "application/problem+json" } });
}

/** answer runs a route and turns what it throws into problem details. */
export async function answer(run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    const { code, message } = toAppError(error);
    return problem(code, message);
  }
}
