import { createHash } from "node:crypto";
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

/** answerDocument sends a document; who has it already, by its ETag, gets an empty 304. */
export function answerDocument(request: Request, document: unknown): Response {
  const text = JSON.stringify(document);
  const tag = `"${createHash("sha256").update(text).digest("base64url")}"`;
  const headers = { "cache-control": "private, no-cache", etag: tag };
  if (request.headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "content-type": "application/json" } });
}
