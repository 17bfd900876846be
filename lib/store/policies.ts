import { AppError } from "#lib/errors/app-error.ts";
import { type Actor, actorName } from "#lib/model/actor.ts";
import type { Instant } from "#lib/model/instant.ts";
import { type Policy, type PolicyOverrides, policyWith } from "#lib/model/policy.ts";
import type { Database } from "./database.ts";
import { parsePolicyOverrides } from "./policy-document.ts";
import { toStorableJson } from "./storable.ts";

/** PolicyRecord is the policy of an organization, what in it differs from the default, and who changed it last. */
export interface PolicyRecord {
  readonly policy: Policy;
  readonly overrides: PolicyOverrides;
  /** Null while everything is the default. */
  readonly changed: { readonly by: string; readonly at: Instant } | null;
}

/**
 * findPolicy is the policy of an organization.
 *
 * @throws AppError `config` when what is stored cannot be read by this version: judging by another policy than people
 * set would be a silent lie.
 */
export async function findPolicy(db: Database, organizationId: string): Promise<PolicyRecord> {
  const row = await db.client.organizationPolicy.findUnique({
    where: { organizationId },
    select: { overrides: true, changedBy: true, changedAt: true },
  });
  if (row === null) return { policy: policyWith({}), overrides: {}, changed: null };
  const parsed = parsePolicyOverrides(row.overrides);
  if (parsed.status === "invalid") {
    const fields = parsed.problems.map(({ field, message }) => `${field} ${message}`).join("; ");
    throw new AppError("config", `The stored policy cannot be read: ${fields}. Save it anew in the settings.`);
  }
  const { overrides } = parsed;
  return {
    policy: policyWith(overrides),
    overrides,
    changed: { by: row.changedBy, at: row.changedAt.toISOString() },
  };
}

/** recordPolicy replaces what an organization has changed in its policy. */
export async function recordPolicy(
  db: Database,
  actor: Actor,
  organizationId: string,
  overrides: PolicyOverrides,
  at: Instant,
): Promise<void> {
  await db.client.$executeRaw`
    INSERT INTO organization_policy (organization_id, overrides, changed_by, changed_at)
    VALUES (${organizationId}::uuid, ${toStorableJson(overrides)}::jsonb, ${actorName(actor)}, ${at}::timestamptz)
    ON CONFLICT (organization_id) DO UPDATE SET
      overrides = EXCLUDED.overrides, changed_by = EXCLUDED.changed_by, changed_at = EXCLUDED.changed_at`;
}
