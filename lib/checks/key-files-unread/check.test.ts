import { describe, expect, it } from "vitest";
import { judge, outcomes } from "../testing/judge.ts";
import { keyFilesUnread } from "./check.ts";

const flake = { "flake.nix": "{ outputs = inputs: { }; }" };

describe("key-files-unread", () => {
  it("fails for a key that Nix reads, and for one that an option is given as a path", () => {
    const files = { ...flake, "host.nix": "{\n  a = builtins.readFile ./private.key;\n  tokenFile = ./token;\n}" };

    expect(judge(keyFilesUnread, files)).toEqual([
      {
        subject: ".",
        outcome: "fail",
        summary: "./private.key, ./token come into the Nix store",
        evidence: [
          { path: "host.nix", line: 2 },
          { path: "host.nix", line: 3 },
        ],
      },
    ]);
  });

  it("passes for public keys, scripts and encrypted files, whatever else their names say", () => {
    const text =
      "{ a = builtins.readFile ./secret-key.pub; b = builtins.readFile ./token.sh; passwordFile = ./db.age; }";

    expect(outcomes(keyFilesUnread, { ...flake, "host.nix": text })).toEqual({ ".": "pass" });
  });

  it("is unknown where files were not read, and does not apply without a flake", () => {
    expect(outcomes(keyFilesUnread, { ...flake, "host.nix": { sizeBytes: 1e9 } })).toEqual({ ".": "unknown" });
    expect(outcomes(keyFilesUnread, {})).toEqual({ ".": "not-applicable" });
  });
});
