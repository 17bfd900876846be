import { type NextRequest, NextResponse } from "next/server";
import { isLocalHost } from "#lib/access/host.ts";

/** proxy turns away requests under a foreign host name before anything else looks at them. */
export function proxy(request: NextRequest): NextResponse {
  if (!isLocalHost(request.headers.get("host"))) {
    return new NextResponse("Flakeboard answers on this machine's own address only.\n", { status: 421 });
  }
  const response = NextResponse.next();
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("x-frame-options", "DENY");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  return response;
}

/** A webhook comes under any name and proves itself by its signature; besides, Next would cut its body at 10 MB here. */
export const config = { matcher: "/((?!api/webhooks/).*)" };
