import { z } from "zod";
import type { BlobRequest } from "../../source-provider.ts";

const blobFields = `fragment BlobFields on GitObject { __typename ... on Blob { byteSize isBinary isTruncated text } }`;

/** graphqlBlobSchema is one object as blobsQuery asks for it. `text` is null when GitHub takes it for binary. */
export const graphqlBlobSchema = z.union([
  z.object({
    __typename: z.literal("Blob"),
    byteSize: z.number().int(),
    isBinary: z.boolean().nullable(),
    isTruncated: z.boolean(),
    text: z.string().nullable(),
  }),
  z.object({ __typename: z.enum(["Tree", "Commit", "Tag"]) }),
]);

/** GraphqlBlob is what graphqlBlobSchema gives. */
export type GraphqlBlob = z.infer<typeof graphqlBlobSchema>;

/** aliasesSchema is the answer to blobsQuery, `r0`, `r1`, … by repository, and each of them, `b0`, `b1`, … by request. */
export const aliasesSchema = z.record(z.string(), z.unknown());

/** restBlobSchema is the answer of `GET /repos/{owner}/{repo}/git/blobs/{sha}`, as bytes. */
export const restBlobSchema = z
  .object({ content: z.string(), encoding: z.literal("base64"), size: z.number().int() })
  .transform(({ content, size }, context) => {
    // GitHub breaks the base64 into lines, which Node passes over.
    const bytes = Buffer.from(content, "base64");
    if (bytes.length === size) return bytes;
    context.addIssue({ code: "custom", message: "is not as long as it says" });
    return z.NEVER;
  });

/** BlobsQuery is a query for several blobs, and where in its answer each of them stands. */
export interface BlobsQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, string>>;
  /** One for each request, in their order: the alias of the repository and that of the object in it. */
  readonly places: readonly (readonly [repository: string, object: string])[];
}

/**
 * blobsQuery asks for blobs by object id across repositories, each repository once. Everything that comes from a
 * repository travels as a variable; the text of the query is made of numbers only.
 */
export function blobsQuery(requests: readonly BlobRequest[]): BlobsQuery {
  const variables: Record<string, string> = {};
  const declared: string[] = [];
  const selected = new Map<string, { readonly alias: string; readonly objects: string[] }>();
  const places = requests.map(({ repository, entry }, index) => {
    let place = selected.get(repository.providerId);
    if (place === undefined) {
      const number = selected.size;
      place = { alias: `r${number}`, objects: [] };
      selected.set(repository.providerId, place);
      declared.push(`$o${number}: String!, $n${number}: String!`);
      variables[`o${number}`] = repository.owner;
      variables[`n${number}`] = repository.name;
    }
    declared.push(`$b${index}: GitObjectID!`);
    variables[`b${index}`] = entry.oid;
    place.objects.push(`b${index}: object(oid: $b${index}) { ...BlobFields }`);
    return [place.alias, `b${index}`] as const;
  });

  const repositories = [...selected.values()].map(({ alias, objects }) => {
    const number = alias.slice(1);
    return `${alias}: repository(owner: $o${number}, name: $n${number}) { ${objects.join(" ")} }`;
  });
  const query = `query Blobs(${declared.join(", ")}) {
  rateLimit { cost remaining }
  ${repositories.join("\n  ")}
}
${blobFields}`;
  return { query, variables, places };
}
