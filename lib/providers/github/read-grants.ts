import type { Grants } from "#lib/model/grants.ts";
import { type Instant, parseInstant } from "#lib/model/instant.ts";
import type { Headers } from "./failures.ts";

/**
 * readGrants reads from the headers of an answer what the token may do. Only a classic token has `x-oauth-scopes`, be it
 * empty. What is no moment counts as not told.
 */
export function readGrants(headers: Headers): Grants {
  const expiresAt = readExpiry(headers["github-authentication-token-expiration"]);
  const scopes = headers["x-oauth-scopes"];
  if (scopes === undefined) return { kind: "untold", expiresAt };
  const named = String(scopes)
    .split(",")
    .map((scope) => scope.trim())
    .filter((scope) => /^[\w:.-]{1,60}$/.test(scope));
  return { kind: "scopes", scopes: named, expiresAt };
}

/** GitHub writes `2026-12-24 08:00:00 UTC`, or an offset such as `+0100` at the end. */
function readExpiry(text: string | number | undefined): Instant | null {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (?:UTC|([+-]\d\d):?(\d\d))$/.exec(String(text ?? ""));
  if (match === null) return null;
  const [, day, time, hours, minutes] = match;
  return parseInstant(`${day}T${time}${hours === undefined ? "Z" : `${hours}:${minutes}`}`) ?? null;
}
