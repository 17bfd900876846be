import { expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy.ts";

it("lets no script run but those with the nonce, and evaluates text in development only", () => {
  const scripts = (isDevelopment: boolean) =>
    contentSecurityPolicy("abc", isDevelopment)
      .split("; ")
      .find((rule) => rule.startsWith("script-src"));

  expect(scripts(false)).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(scripts(true)).toContain("'unsafe-eval'");
});
