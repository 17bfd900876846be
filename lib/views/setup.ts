import { authorizeRead } from "#lib/access/authorize.ts";
import type { Config } from "#lib/config/environment.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { organizationItem } from "./coverage.ts";
import type { ReadContext } from "./read-context.ts";
import type { OrganizationItem } from "./shared.ts";

/** CredentialsItem is how GitHub is asked, without any secret. */
export interface CredentialsItem {
  readonly kind: "token" | "app" | "none";
  readonly appId: string | null;
  /** `github.com`, or the host of an Enterprise Server. */
  readonly host: string;
  readonly restUrl: string;
}

/** SetupView is the page on which an organization is connected. */
export interface SetupView {
  readonly credentials: CredentialsItem;
  readonly organizations: readonly OrganizationItem[];
}

/** readSetup says how GitHub would be asked, and what is connected already. */
export async function readSetup(
  { database, actor }: Pick<ReadContext, "database" | "actor">,
  { github }: Pick<Config, "github">,
): Promise<SetupView> {
  authorizeRead(actor);
  const organizations = await listOrganizations(database);
  return { credentials: credentialsItem(github), organizations: organizations.map(organizationItem) };
}

/** credentialsItem says as whom GitHub is asked, and where. */
export function credentialsItem({ token, app, restUrl }: Config["github"]): CredentialsItem {
  const host = new URL(restUrl).host.replace(/^api\.github\.com$/, "github.com");
  return { kind: app !== null ? "app" : token !== null ? "token" : "none", appId: app?.id ?? null, host, restUrl };
}
