import { createHash } from "node:crypto";
import type { GithubProviderOptions } from "./github-provider.ts";

/**
 * credentialsKey tells whose limits a request counts against, without telling the secret: GitHub counts them by person
 * for a token, whatever organization is read with it, and by installation for an App.
 */
export function credentialsKey({
  restUrl,
  token = "",
  app,
  organization,
}: Pick<GithubProviderOptions, "restUrl" | "token" | "app" | "organization">): string {
  const host = restUrl ?? "https://api.github.com";
  if (app !== undefined) return `${host} app ${app.id} ${organization.toLowerCase()}`;
  return `${host} token ${createHash("sha256").update(token.trim()).digest("hex").slice(0, 16)}`;
}
