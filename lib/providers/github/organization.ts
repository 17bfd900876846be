import { z } from "zod";
import type { AppError } from "#lib/errors/app-error.ts";
import type { SourceOrganization } from "../source-provider.ts";
import { askSmaller } from "./ask-smaller.ts";
import type { GithubClient } from "./client.ts";
import { noOrganization, notLikeGithub } from "./failure-words.ts";
import { type Addressee, errorOfGraphql } from "./failures.ts";
import { createAdaptiveSize } from "./paging.ts";
import { type GraphqlError, isRefusal } from "./wire/answer.ts";
import { organizationQuery, organizationSchema } from "./wire/organization.ts";

/** readOrganization names the organization. @throws AppError `not-found` when the token can see none of that name. */
export async function readOrganization(client: GithubClient, signal: AbortSignal): Promise<SourceOrganization> {
  const { addressee, patience } = client;
  const variables = { login: addressee.organization };
  const subject = `the organization ${addressee.organization}`;
  // The smallest query of all: nothing can be left out of it, so only time can help.
  const single = createAdaptiveSize(1);
  const ask = () => client.query(organizationQuery, variables, subject, signal);
  const { data, errors } = await askSmaller(ask, single, patience.retryPauseMs, signal);
  return organizationOf(data, errors, addressee);
}

function organizationOf(data: unknown, errors: readonly GraphqlError[], addressee: Addressee): SourceOrganization {
  const parsed = organizationSchema.safeParse(data);
  if (!parsed.success) throw notLikeGithub(addressee, parsed.error);
  const { organization } = parsed.data;
  if (organization === null || organization === undefined)
    throw missingOrganization(errors, addressee, `the organization ${addressee.organization}`);
  const { id, login, name, url } = organization;
  return { providerId: id, login, name: name === null || name === "" ? login : name, url, isSample: false };
}

/**
 * readOrganizationField takes `organization.<field>` out of an answer.
 *
 * @throws AppError: no such organization, no access to the field, or an answer that GitHub would not give.
 */
export function readOrganizationField(
  data: unknown,
  errors: readonly GraphqlError[],
  field: string,
  addressee: Addressee,
  subject: string,
): unknown {
  const parsed = z.object({ organization: z.record(z.string(), z.unknown()).nullish() }).safeParse(data);
  if (!parsed.success) throw notLikeGithub(addressee, parsed.error);
  const { organization } = parsed.data;
  if (organization === null || organization === undefined) throw missingOrganization(errors, addressee, subject);
  const value = organization[field];
  if (value !== null && value !== undefined) return value;
  const refusal = errors.find(isRefusal);
  throw refusal === undefined ? notLikeGithub(addressee) : errorOfGraphql(refusal, addressee, subject);
}

/** Where a field that must not be null is refused, GraphQL takes the whole organization away with it. */
function missingOrganization(errors: readonly GraphqlError[], addressee: Addressee, subject: string): AppError {
  const other = errors.find(({ type, path }) => type !== "NOT_FOUND" || (path?.length ?? 1) > 1);
  return other === undefined ? noOrganization(addressee) : errorOfGraphql(other, addressee, subject);
}
