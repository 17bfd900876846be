import { processConfig } from "#lib/config/process-config.ts";
import { processScanService } from "#lib/scan/process-scan-service.ts";
import { processDatabase } from "#lib/store/process-database.ts";
import { receiveWebhook, type WebhookAnswer } from "./receive-webhook.ts";

/** receiveGithubWebhook takes a delivery in this process, as `receiveWebhook` says. */
export async function receiveGithubWebhook(request: Request): Promise<WebhookAnswer> {
  return receiveWebhook(
    {
      database: await processDatabase(),
      service: await processScanService(),
      secret: processConfig().githubWebhookSecret,
      now: () => new Date().toISOString(),
    },
    request,
  );
}
