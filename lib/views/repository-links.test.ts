import { describe, expect, it } from "vitest";
import { evidenceLink, linkableUrl } from "./repository-links.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";

describe("evidenceLink", () => {
  it("leads to the line at the commit, with every part of the path encoded", () => {
    const link = evidenceLink(
      { path: "nix/a b#c/flake.nix", line: 12 },
      { url: "https://github.com/acme/web", commit },
    );

    expect(link.href).toBe(`https://github.com/acme/web/blob/${commit}/nix/a%20b%23c/flake.nix#L12`);
  });

  it.each([null, "javascript:alert(1)//", "http://10.0.0.1/acme/web", "data:text/html,x"])(
    "has no link below %s",
    (url) => {
      expect(evidenceLink({ path: "flake.nix" }, { url, commit }).href).toBeNull();
      expect(linkableUrl(url)).toBeNull();
    },
  );
});
