import type { Grants } from "#lib/model/grants.ts";
import type { Instant } from "#lib/model/instant.ts";

/** GrantLine is one scope or permission: needed and there, useful and there, missing, or more than is needed. */
export interface GrantLine {
  readonly name: string;
  readonly state: "granted" | "missing" | "optional" | "spare";
  /** What it lets Flakeboard see, what is not seen without it, or that it is not needed. */
  readonly words: string;
}

interface Need {
  readonly name: string;
  /** Any of these is enough; the first one is no more than enough. */
  readonly enough: readonly string[];
  readonly granted: string;
  readonly missing: string;
  readonly isOptional?: boolean;
}

// https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
const neededScopes: readonly Need[] = [
  {
    name: "repo",
    enough: ["repo"],
    granted: "reads private and internal repositories",
    missing: "without it only public repositories are seen",
  },
  {
    name: "read:org",
    enough: ["read:org", "write:org", "admin:org"],
    granted: "reads teams and what they own",
    missing: "without it teams are not seen",
  },
];

// https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps
const neededPermissions: readonly Need[] = [
  {
    name: "metadata",
    enough: ["metadata"],
    granted: "lists the repositories",
    missing: "without it repositories are not listed",
  },
  {
    name: "contents",
    enough: ["contents"],
    granted: "reads flakes and locks",
    missing: "without it no file can be read",
  },
  {
    name: "members",
    enough: ["members"],
    granted: "reads teams and what they own",
    missing: "without it teams are not seen",
  },
  {
    name: "organization_custom_properties",
    enough: ["organization_custom_properties"],
    granted: "reads owners from custom properties",
    missing: "only needed where a custom property names the owner",
    isOptional: true,
  },
];

/** judgeGrants compares what the credentials may do with what Flakeboard asks: what is needed first, then what is spare. */
export function judgeGrants(grants: Grants): readonly GrantLine[] {
  switch (grants.kind) {
    case "scopes":
      return [...neededLines(neededScopes, grants.scopes), ...spareScopes(grants.scopes)];
    case "permissions":
      return [...neededLines(neededPermissions, Object.keys(grants.permissions)), ...sparePermissions(grants)];
    case "untold":
      return [];
  }
}

function neededLines(needs: readonly Need[], given: readonly string[]): readonly GrantLine[] {
  return needs.map(({ name, enough, granted, missing, isOptional = false }) => {
    if (enough.some((one) => given.includes(one))) return { name, state: "granted", words: granted };
    return { name, state: isOptional ? "optional" : "missing", words: missing };
  });
}

function spareScopes(scopes: readonly string[]): readonly GrantLine[] {
  const fitting = new Set(neededScopes.map(({ enough: [first] }) => first));
  return scopes
    .filter((scope) => !fitting.has(scope))
    .map((name) => {
      const smaller = neededScopes.find(({ enough }) => enough.includes(name))?.name;
      const words = smaller === undefined ? "not needed" : `more than needed; ${smaller} is enough`;
      return { name, state: "spare", words };
    });
}

function sparePermissions({ permissions }: Extract<Grants, { readonly kind: "permissions" }>): readonly GrantLine[] {
  const needed = new Set(neededPermissions.map(({ name }) => name));
  return Object.entries(permissions).flatMap(([name, level]): readonly GrantLine[] => {
    if (!needed.has(name)) return [{ name: `${name}: ${level}`, state: "spare", words: "not needed" }];
    if (level === "read") return [];
    return [{ name: `${name}: ${level}`, state: "spare", words: "more than needed; read is enough" }];
  });
}

/** grantWords says all of it in one sentence. */
export function grantWords(grants: Grants): string {
  if (grants.kind === "untold") return "GitHub does not tell what this kind of token may do; the other lines show it";
  const lines = judgeGrants(grants);
  const of = (state: GrantLine["state"]) => lines.filter((line) => line.state === state);
  const missing = of("missing").map(({ name, words }) => `${name} is missing, ${words}`);
  const spare = of("spare").map(({ name }) => name);
  return [
    missing.length === 0
      ? `${of("granted")
          .map(({ name }) => name)
          .join(", ")}: all that is needed`
      : missing.join("; "),
    ...(spare.length === 0 ? [] : [`more than needed: ${spare.join(", ")}`]),
  ].join("; ");
}

/** expiryOf is when the credentials end; null for an App, whose own tokens end each hour and are renewed. */
export function expiryOf(grants: Grants): Instant | null {
  return grants.kind === "permissions" ? null : grants.expiresAt;
}
