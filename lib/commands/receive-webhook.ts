import { verify } from "@octokit/webhooks-methods";
import { authorizeWrite } from "#lib/access/authorize.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { ScanService } from "#lib/scan/scan-service.ts";
import { readWebhook, type WebhookMeaning } from "#lib/scan/webhook-targets.ts";
import type { Database } from "#lib/store/database.ts";
import { listOrganizations, type OrganizationRecord, registerOrganization } from "#lib/store/organizations.ts";
import { isDeliveryKnown, recordDelivery } from "#lib/store/webhook-deliveries.ts";
import { readBody } from "./read-body.ts";

/** WebhookReceiver is what a delivery is received with. */
export interface WebhookReceiver {
  readonly database: Database;
  readonly service: Pick<ScanService, "refreshRepository" | "refreshTeams" | "refreshOrganization">;
  /** Null: webhooks are off. */
  readonly secret: string | null;
  readonly now: () => Instant;
}

/** WebhookAnswer is what a delivery came to: `queued` looks will be taken. A `ping` asks for none, and is only greeted. */
export interface WebhookAnswer {
  readonly status: 200 | 202;
  readonly queued: number;
}

// GitHub delivers nothing that is larger.
const bodyBytesMax = 25 * 1024 * 1024;

/**
 * receiveWebhook takes one delivery of GitHub. Nothing of it is parsed before its signature holds; the signature is
 * who asks. It only queues, so that the answer comes within GitHub's ten seconds; the same delivery again, and many
 * about the same repository, are one look.
 *
 * @throws AppError `not-found` while webhooks are off, `unauthorized` for a wrong signature, `parse` for a body that is
 * too large or no event.
 */
export async function receiveWebhook(receiver: WebhookReceiver, request: Request): Promise<WebhookAnswer> {
  const { database, secret, now } = receiver;
  if (secret === null) throw new AppError("not-found", "Webhooks are off: set GITHUB_WEBHOOK_SECRET to receive them.");
  const body = await readBody(request, bodyBytesMax);
  await refuseForged(secret, body, request.headers.get("x-hub-signature-256"));
  authorizeWrite({ kind: "system", name: "webhook" });

  const [id, event] = [request.headers.get("x-github-delivery"), request.headers.get("x-github-event")];
  if (id === null || event === null) throw new AppError("parse", "The delivery has no id, or names no event.");
  if (event === "ping") return { status: 200, queued: 0 };
  if (await isDeliveryKnown(database, id)) return { status: 202, queued: 0 };
  const meaning = readWebhook(event, parseJson(body));
  const queued = meaning === null ? 0 : await queueTargets(receiver, meaning);
  // Last, so that a delivery that could not be queued may come again.
  await recordDelivery(database, { id, event, at: now() });
  return { status: 202, queued };
}

async function refuseForged(secret: string, body: string, signature: string | null): Promise<void> {
  // The library compares in constant time, and throws for what is empty.
  const isGenuine = body !== "" && signature !== null && signature !== "" && (await verify(secret, body, signature));
  if (!isGenuine) {
    throw new AppError("unauthorized", "The signature is not that of this body and GITHUB_WEBHOOK_SECRET.");
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new AppError("parse", "The body is no JSON. Set the content type of the webhook to application/json.", {
      cause,
    });
  }
}

/** An organization that is not connected asks for nothing. Several may be the same one on different hosts. */
async function queueTargets(
  { database, service }: WebhookReceiver,
  { organization, targets }: WebhookMeaning,
): Promise<number> {
  const known = (await listOrganizations(database)).filter((one) => isNamed(one, organization));
  for (const record of known) {
    if (record.login !== organization.login) await registerOrganization(database, { ...record, ...organization });
    for (const target of targets) {
      if (target.kind === "repository") await service.refreshRepository(record.id, target.providerId);
      else if (target.kind === "teams") await service.refreshTeams(record.id);
      else await service.refreshOrganization(record.id, { trigger: "webhook", isFull: false });
    }
  }
  return known.length * targets.length;
}

function isNamed(record: OrganizationRecord, { providerId, login }: WebhookMeaning["organization"]): boolean {
  if (record.provider !== "github") return false;
  return record.providerId === providerId || record.login.toLowerCase() === login.toLowerCase();
}
