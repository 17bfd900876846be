import type { CheckCases } from "../testing/check-cases.ts";
import { noFlake, plainFlake, unreadNix } from "../testing/small-files.ts";
import { sandboxKept } from "./check.ts";

const of = (module: string) => ({ ...plainFlake, "host.nix": module });

export const cases: CheckCases = {
  check: sandboxKept,
  outcomes: {
    pass: [{ name: "the sandbox on", files: of("{ nix.settings.sandbox = true; }") }],
    fail: [{ name: "the sandbox off", files: of("{ nix.settings.sandbox = false; }") }],
    unknown: [{ name: "a file that was not read", files: { ...plainFlake, ...unreadNix } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "the sandbox off where a module is for macOS",
      seenIn: "configurations that share a module, by lib.optionalAttrs isDarwin",
      files: of("{ nix = lib.mkMerge [ (lib.optionalAttrs isDarwin { settings.sandbox = false; }) ]; }"),
      gives: { ".": "pass" },
    },
  ],
};
