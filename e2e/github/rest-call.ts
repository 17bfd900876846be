/** RestCall is a path that the emulator serves, by what GitHub's own documentation calls it. */
export type RestCall =
  | { readonly operation: "rate_limit" }
  | {
      readonly operation: "trees" | "blobs";
      readonly owner: string;
      readonly repository: string;
      readonly sha: string;
      readonly isRecursive: boolean;
    }
  | { readonly operation: "property-schema"; readonly owner: string }
  | { readonly operation: "property-values"; readonly owner: string; readonly page: number; readonly perPage: number };

const objectPath = /^\/repos\/([^/]+)\/([^/]+)\/git\/(trees|blobs)\/([^/]+)$/;
const propertyPath = /^\/orgs\/([^/]+)\/properties\/(schema|values)$/;

/** readRestCall recognizes the path of a request; undefined for one that is not served. */
export function readRestCall({ pathname, searchParams }: URL): RestCall | undefined {
  if (pathname === "/rate_limit") return { operation: "rate_limit" };
  const parts = (pattern: RegExp) => pattern.exec(pathname)?.slice(1).map(decodeURIComponent);
  const [owner, repository, kind, sha] = parts(objectPath) ?? [];
  if (owner !== undefined && repository !== undefined && sha !== undefined) {
    // Any value counts, even 0, as GitHub documents.
    const isRecursive = searchParams.has("recursive");
    return { operation: kind === "trees" ? "trees" : "blobs", owner, repository, sha, isRecursive };
  }
  const [organization, list] = parts(propertyPath) ?? [];
  if (organization === undefined) return undefined;
  if (list === "schema") return { operation: "property-schema", owner: organization };
  const page = Number(searchParams.get("page") ?? 1);
  const perPage = Math.min(100, Number(searchParams.get("per_page") ?? 30));
  return { operation: "property-values", owner: organization, page, perPage };
}
