import type { CheckCases } from "../testing/check-cases.ts";
import { noFlake, plainFlake, unreadNix } from "../testing/small-files.ts";
import { trustedUsersNarrow } from "./check.ts";

const of = (module: string) => ({ ...plainFlake, "host.nix": module });

export const cases: CheckCases = {
  check: trustedUsersNarrow,
  outcomes: {
    pass: [{ name: "root and administrators", files: of(`{ nix.settings.trusted-users = [ "root" "@wheel" ]; }`) }],
    fail: [{ name: "everybody", files: of(`{ nix.settings.trusted-users = [ "*" ]; }`) }],
    unknown: [{ name: "a file that was not read", files: { ...plainFlake, ...unreadNix } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "a name that is computed, beside administrators",
      seenIn: "configurations for nix-darwin, which add `username` to @admin",
      files: of(
        `{ username, ... }: { nix.settings = { trusted-users = [ "@admin" username ]; allowed-users = [ "*" ]; }; }`,
      ),
      gives: { ".": "unknown" },
    },
    {
      name: "everybody who may use Nix at all, which is no trust",
      seenIn: 'configurations that say allowed-users = [ "*" ] beside trusted-users = [ "root" ]',
      files: of(`{ nix.settings = { allowed-users = [ "*" ]; trusted-users = [ "root" ]; }; }`),
      gives: { ".": "pass" },
    },
  ],
};
