import type { AppError } from "#lib/errors/app-error.ts";
import { fullName } from "#lib/model/repository.ts";
import type { InventoryItem } from "../source-provider.ts";
import { notLikeGithub, notUnderstood } from "./failure-words.ts";
import { type Addressee, errorOfGraphql } from "./failures.ts";
import { type Outcome, outcomeOfError } from "./read-in-pieces.ts";
import { type GraphqlError, isRefusal } from "./wire/answer.ts";
import { isNameOnly, parseRepositoryNode } from "./wire/repository.ts";

/** NodeName is what a repository is called before it has been read. `id` is null when GitHub hides even that. */
export interface NodeName {
  readonly id: string | null;
  readonly name: string;
}

/**
 * judgeNode decides what becomes of one node of the inventory, given the errors that lie at it or below it.
 * A lasting refusal fails it; what is missing for another reason is to be asked again.
 */
export function judgeNode(
  node: unknown,
  errors: readonly GraphqlError[],
  { name }: NodeName,
  addressee: Addressee,
): Outcome<InventoryItem> {
  const subject = fullName({ owner: addressee.organization, name });
  const troubles = errors.filter((error) => !isAboutWantedFile(error));
  const trouble = troubles.find(isRefusal) ?? troubles[0];
  if (trouble !== undefined) {
    return outcomeOfError(trouble, errorOfGraphql(trouble, addressee, subject));
  }
  if (node === null || node === undefined || isNameOnly(node)) {
    return { status: "again", error: notLikeGithub(addressee), isCut: false };
  }
  const item = parseRepositoryNode(node);
  if (item === undefined) return { status: "failed", error: notUnderstood(addressee, subject) };
  return { status: "value", value: item };
}

/** failedItem is the row of a repository that could not be read. */
export function failedItem({ name }: NodeName, error: AppError, { organization }: Addressee): InventoryItem {
  return { status: "failed", owner: organization, name, error };
}

/** One of the inventory paths that does not exist is no trouble, in whichever way a server says so. */
function isAboutWantedFile(error: GraphqlError): boolean {
  return error.type === "NOT_FOUND" && error.path?.includes("wanted") === true;
}
