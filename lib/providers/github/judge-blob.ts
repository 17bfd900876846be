import type { FileText } from "#lib/model/tree.ts";
import { isLfsPointer } from "../file-text.ts";
import { textSizeBytesMax } from "../source-provider.ts";
import { notUnderstood } from "./failure-words.ts";
import { type Addressee, errorOfGraphql } from "./failures.ts";
import { type Outcome, outcomeOfError } from "./read-in-pieces.ts";
import { type GraphqlError, isRefusal } from "./wire/answer.ts";
import { aliasesSchema, type GraphqlBlob, graphqlBlobSchema } from "./wire/blob.ts";

/** GraphqlText is what GraphQL has to say of a blob; `elsewhere` must be read through REST. */
export type GraphqlText = FileText | { readonly status: "elsewhere" };

/** graphqlTextBytesMax is where GitHub cuts a text, which it says only in `isTruncated` (reference: blob text). */
export const graphqlTextBytesMax = 512_000;

/**
 * judgeBlob decides what became of the blob at `place` (alias of its repository, alias of the object) of an answer.
 *
 * @param repository its full name, for the words of an error.
 */
export function judgeBlob(
  answer: Readonly<Record<string, unknown>>,
  errors: readonly GraphqlError[],
  [repositoryAlias, objectAlias]: readonly [repository: string, object: string],
  repository: string,
  addressee: Addressee,
): Outcome<GraphqlText> {
  const concerned = errors.filter(({ path }) => {
    // An error without a place may be about any object; it only counts for those that are empty.
    if (path === null || path === undefined || path.length === 0) return true;
    return path[0] === repositoryAlias && (path[1] === undefined || path[1] === objectAlias);
  });
  const objects = aliasesSchema.safeParse(answer[repositoryAlias]).data;
  const parsed = graphqlBlobSchema.nullish().safeParse(objects?.[objectAlias]);
  if (!parsed.success) return { status: "failed", error: notUnderstood(addressee, repository) };
  const blob = parsed.data ?? undefined;

  const trouble = concerned.find(isRefusal) ?? concerned[0];
  if (trouble !== undefined && (blob === undefined || isWithoutText(blob))) {
    // An object that is not there, in a repository that is.
    if (trouble.type === "NOT_FOUND" && objects !== undefined) return { status: "value", value: { status: "missing" } };
    return outcomeOfError(trouble, errorOfGraphql(trouble, addressee, repository));
  }
  return { status: "value", value: blob === undefined ? { status: "missing" } : textOf(blob) };
}

function isWithoutText(blob: GraphqlBlob): boolean {
  return blob.__typename === "Blob" && blob.text === null;
}

function textOf(blob: GraphqlBlob): GraphqlText {
  if (blob.__typename !== "Blob") return { status: "missing" };
  const { text, byteSize, isBinary, isTruncated } = blob;
  if (byteSize > textSizeBytesMax) return { status: "too-large", sizeBytes: byteSize };
  if (isBinary === true) return { status: "binary" };
  // A text of another length was cut or transcoded: only the bytes themselves will do.
  if (isTruncated || text === null || Buffer.byteLength(text) !== byteSize) return { status: "elsewhere" };
  return text.includes("\0") || isLfsPointer(text) ? { status: "binary" } : { status: "text", text };
}
