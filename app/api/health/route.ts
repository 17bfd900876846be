import { readHealth } from "#lib/views/health.ts";

export const dynamic = "force-dynamic";

/** GET /api/health says whether this process lives (it answers) and is ready (its database answers). */
export async function GET(): Promise<Response> {
  const health = await readHealth();
  return Response.json(health, { status: health.status === "ready" ? 200 : 503 });
}
