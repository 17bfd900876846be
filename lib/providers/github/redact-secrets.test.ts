import { describe, expect, it } from "vitest";
import { redactSecrets } from "./redact-secrets.ts";

describe("redactSecrets", () => {
  it.each([
    "ghp_0123456789abcdefghijABCDEFGHIJ012345",
    "gho_0123456789abcdefghij",
    "ghs_123456_eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxIn0.c2lnbmF0dXJl-_x",
    "ghu_0123456789",
    "ghr_0123456789",
    "github_pat_11ABCDEFG0abcdefgh_0123456789",
  ])("takes %s out", (token) => {
    expect(redactSecrets(`refused ${token}, sorry`, "another-token")).toBe("refused [redacted], sorry");
  });

  it("takes out what follows Bearer, and the token in use whatever it looks like", () => {
    expect(redactSecrets("authorization: Bearer abc.def", "")).toBe("authorization: Bearer [redacted]");
    expect(redactSecrets("token=correct-horse!", "correct-horse")).toBe("token=[redacted]!");
  });

  it("leaves ordinary words alone when the token is a single letter", () => {
    expect(redactSecrets("an example of a bearer", "x")).toBe("an example of a bearer");
  });
});
