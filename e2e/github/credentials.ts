import { randomBytes, verify } from "node:crypto";
import { z } from "zod";
import type { Response } from "./faults.ts";

/** EmulatedApp is a GitHub App that is installed in the organization. */
export interface EmulatedApp {
  readonly id: string;
  /** In PEM form: what the App proves itself against. */
  readonly publicKey: string;
  /** How long its installation's tokens live; GitHub's own live an hour. */
  readonly tokenLifeMs: number;
}

/** Credentials decide who is let in, and give an App its tokens. */
export interface Credentials {
  /** The answer to the App's own requests; undefined for a request that is none of them. */
  answerApp(method: string, url: URL, authorization: string): Response | undefined;
  /** Why a request is refused; undefined when it is let in. */
  refuse(authorization: string): Response | undefined;
  /** Takes back every token that an App was given. */
  revoke(): void;
}

const installationId = 4711;

/** createCredentials lets in the tokens that are listed, any when none are, and those that it gave to an App, while they live. */
export function createCredentials(tokens: readonly string[] | undefined, app: EmulatedApp | undefined): Credentials {
  const expiries = new Map<string, number>();
  const isLetIn = (token: string): boolean => {
    const expiry = expiries.get(token);
    if (expiry !== undefined) return Date.now() < expiry;
    return tokens === undefined ? app === undefined : tokens.includes(token);
  };

  function createToken({ tokenLifeMs }: EmulatedApp): Response {
    const createdAt = Date.now();
    const token = `ghs_${randomBytes(18).toString("hex")}`;
    expiries.set(token, createdAt + tokenLifeMs);
    // GitHub writes it to the second; a test's token may live for less.
    const expiresAt = new Date(createdAt + tokenLifeMs).toISOString();
    const permissions = { metadata: "read", contents: "read", members: "read" };
    return { status: 201, body: { token, expires_at: expiresAt, permissions, repository_selection: "all" } };
  }

  return {
    answerApp(method, { pathname }, authorization) {
      const isFind = method === "GET" && /^\/orgs\/[^/]+\/installation$/.test(pathname);
      const isToken = method === "POST" && pathname === `/app/installations/${installationId}/access_tokens`;
      if (!isFind && !isToken) return undefined;
      if (app === undefined) return { status: 404, body: { message: "Not Found" } };
      if (!isProofOf(app, tokenOf(authorization) ?? "")) {
        return { status: 401, body: { message: "A JSON web token could not be decoded" } };
      }
      return isFind ? { status: 200, body: { id: installationId, app_id: Number(app.id) } } : createToken(app);
    },
    refuse(authorization) {
      const token = tokenOf(authorization);
      if (token !== undefined && isLetIn(token)) return undefined;
      const message = token === undefined ? "Requires authentication" : "Bad credentials";
      return { status: 401, body: { message, status: "401" } };
    },
    revoke() {
      for (const token of expiries.keys()) expiries.set(token, 0);
    },
  };
}

function tokenOf(authorization: string): string | undefined {
  return /^(?:token|bearer) (.+)$/i.exec(authorization)?.[1];
}

const claimsSchema = z.object({
  iss: z.union([z.string(), z.number()]).transform(String),
  iat: z.number(),
  exp: z.number(),
});

/** A JSON web token, signed by the App's key, of now and for ten minutes at most. */
function isProofOf({ id, publicKey }: EmulatedApp, jwt: string): boolean {
  const [header = "", claims = "", signature = ""] = jwt.split(".");
  const isSigned = verify(
    "RSA-SHA256",
    Buffer.from(`${header}.${claims}`),
    publicKey,
    Buffer.from(signature, "base64url"),
  );
  if (!isSigned) return false;
  const { iss, iat, exp } = claimsSchema.parse(JSON.parse(Buffer.from(claims, "base64url").toString("utf8")));
  const now = Date.now() / 1000;
  return iss === id && iat <= now && exp > now && exp - now <= 600;
}
