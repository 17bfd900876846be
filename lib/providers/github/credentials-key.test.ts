import { expect, it } from "vitest";
import { credentialsKey } from "./credentials-key.ts";

const token = "ghp_0123456789abcdefghijABCDEFGHIJ012345";

it("a token has one budget whatever it reads, and tells nothing of itself", () => {
  const key = credentialsKey({ organization: "acme", token });

  expect(credentialsKey({ organization: "umbrella", token: ` ${token}\n` })).toBe(key);
  expect(credentialsKey({ organization: "acme", token: `${token}6` })).not.toBe(key);
  expect(credentialsKey({ organization: "acme", token, restUrl: "https://git.example.org/api/v3" })).not.toBe(key);
  expect(key).not.toContain(token.slice(4, 12));
});

it("an App has a budget for each of its installations, and no key in it", () => {
  const app = { id: "12", privateKey: "-----BEGIN RSA PRIVATE KEY-----" };
  const key = credentialsKey({ organization: "acme", app });

  expect(credentialsKey({ organization: "Acme", app: { ...app, privateKey: "another of its keys" } })).toBe(key);
  expect(credentialsKey({ organization: "umbrella", app })).not.toBe(key);
  expect(credentialsKey({ organization: "acme", app: { ...app, id: "13" } })).not.toBe(key);
  expect(key).not.toContain("PRIVATE KEY");
});
