import { answerPropertySchema, answerPropertyValues } from "./answer-properties.ts";
import type { Fault, Response } from "./faults.ts";
import type { FolderRepository, Organization } from "./folder.ts";
import { GitFailed } from "./git.ts";
import type { RestCall } from "./rest-call.ts";

type ObjectCall = Extract<RestCall, { operation: "trees" | "blobs" }>;

/** answerRest answers one call. `treeEntriesMax` is where a recursive tree is cut; GitHub's own limit is 100,000. */
export async function answerRest(
  call: RestCall,
  organization: Organization,
  faults: readonly Fault[],
  treeEntriesMax: number,
): Promise<Response> {
  if (call.operation === "rate_limit") return { status: 200, body: { resources: {} } };
  if (call.owner.toLowerCase() !== organization.login.toLowerCase()) return refusal(404, "Not Found");
  if (call.operation === "property-schema") return answerPropertySchema(organization);
  if (call.operation === "property-values") return answerPropertyValues(organization, call.page, call.perPage);
  return await answerObject(call, organization, faults, treeEntriesMax);
}

async function answerObject(
  call: ObjectCall,
  organization: Organization,
  faults: readonly Fault[],
  treeEntriesMax: number,
): Promise<Response> {
  const repository = organization.repositories.get(call.repository);
  const hidden = faults.find((fault) => fault.kind === "repository" && fault.name === call.repository);
  if (hidden?.kind === "repository" && hidden.type === "FORBIDDEN") {
    return refusal(403, "Resource not accessible by personal access token");
  }
  if (repository === undefined || hidden !== undefined) return refusal(404, "Not Found");
  try {
    return call.operation === "trees"
      ? await answerTree(repository, call, treeEntriesMax)
      : await answerBlob(repository, call.sha);
  } catch (error) {
    if (error instanceof GitFailed) return refusal(404, "Not Found");
    throw error;
  }
}

async function answerTree(
  { git }: FolderRepository,
  { sha, isRecursive }: ObjectCall,
  treeEntriesMax: number,
): Promise<Response> {
  if ((await git.readHead()) === null) return refusal(409, "Git Repository is empty.");
  const entries = await git.listTree(sha, isRecursive);
  const tree = entries.slice(0, treeEntriesMax).map(({ path, mode, type, oid, size }) => ({
    path,
    mode,
    type,
    sha: oid,
    ...(size === null ? {} : { size }),
  }));
  return { status: 200, body: { sha, tree, truncated: entries.length > tree.length } };
}

async function answerBlob({ git }: FolderRepository, sha: string): Promise<Response> {
  const object = await git.readObject(sha);
  if (object?.type !== "blob") return refusal(404, "Not Found");
  const lines = object.bytes.toString("base64").match(/.{1,60}/g) ?? [];
  const content = lines.map((line) => `${line}\n`).join("");
  return { status: 200, body: { sha: object.oid, size: object.bytes.length, encoding: "base64", content } };
}

function refusal(status: number, message: string): Response {
  return { status, body: { message, documentation_url: "https://docs.github.com/rest", status: String(status) } };
}
