import { receiveGithubWebhook } from "#lib/commands/receive-github-webhook.ts";
import { answer } from "../../v1/answer.ts";

export const dynamic = "force-dynamic";

/** POST /api/webhooks/github takes an event of GitHub: 202 when it was queued, 200 for a ping, 401 when it is forged. */
export async function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const { status, queued } = await receiveGithubWebhook(request);
    return Response.json({ queued }, { status });
  });
}
