import { headers } from "next/headers";
import { AppError } from "#lib/errors/app-error.ts";
import type { Actor } from "#lib/model/actor.ts";
import { isLocalHost } from "./host.ts";

/**
 * currentActor is who sends the request that is being answered. Until people can sign in it is the person at this
 * machine, and a request under any other host name is refused here too, behind the proxy.
 */
export async function currentActor(): Promise<Actor> {
  if (!isLocalHost((await headers()).get("host"))) {
    throw new AppError("forbidden", "Flakeboard answers on this machine's own address only.");
  }
  return { kind: "local" };
}
