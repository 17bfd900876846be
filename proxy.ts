import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "#lib/access/content-security-policy.ts";
import { isLocalHost } from "#lib/access/host.ts";
import { overviewPath } from "#lib/access/overview-path.ts";
import { isReadablePath } from "#lib/access/readable-path.ts";

/** proxy turns away requests under a foreign host name before anything else looks at them, and says what pages may run. */
export function proxy(request: NextRequest): NextResponse {
  if (!isLocalHost(request.headers.get("host"))) {
    return new NextResponse("Flakeboard answers on this machine's own address only.\n", { status: 421 });
  }
  // Next reads the nonce from the request's own policy and puts it on every script that it writes.
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  // biome-ignore lint/style/noProcessEnv: Next replaces this when it builds
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-overview", overviewPath(request.nextUrl.pathname));
  if (!isReadablePath(request.nextUrl.pathname)) {
    if (request.nextUrl.pathname.startsWith("/api/")) return unreadable();
    // Next would fail where it looks for the page. Nothing lies at this address, and the page for that says so.
    const response = NextResponse.rewrite(new URL("/no-such-page", request.url), { request: { headers } });
    return withHeaders(response, policy);
  }
  return withHeaders(NextResponse.next({ request: { headers } }), policy);
}

function unreadable(): NextResponse {
  const detail = "The address cannot be read: behind each % stand two hexadecimal digits, of text in UTF-8.";
  return NextResponse.json(
    { type: "urn:flakeboard:problem:parse", title: "parse", status: 400, detail },
    { status: 400, headers: { "content-type": "application/problem+json" } },
  );
}

function withHeaders(response: NextResponse, policy: string): NextResponse {
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("x-frame-options", "DENY");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  return response;
}

/** A webhook comes under any name and proves itself by its signature; besides, Next would cut its body at 10 MB here. */
export const config = { matcher: "/((?!api/webhooks/).*)" };
