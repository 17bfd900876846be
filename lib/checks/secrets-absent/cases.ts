import type { CheckCases } from "../testing/check-cases.ts";
import { noFlake, plainFlake, unreadNix } from "../testing/small-files.ts";
import { secretsAbsent } from "./check.ts";

const of = (module: string) => ({ ...plainFlake, "host.nix": module });

export const cases: CheckCases = {
  check: secretsAbsent,
  outcomes: {
    pass: [{ name: "a machine without secrets", files: of("{ services.nginx.enable = true; }") }],
    fail: [{ name: "a password", files: of(`{ users.users.alice.password = "walnut-gate"; }`) }],
    unknown: [{ name: "a file that was not read", files: { ...plainFlake, ...unreadNix } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "hashes that lock an account, and passwords that a manager or a file holds",
      seenIn: "Mic92/dotfiles and other configurations with sops-nix",
      files: of(
        `{ config, ... }: { users.users.root.hashedPassword = "!"; users.users.a.hashedPasswordFile = config.sops.secrets.a.path; services.x.password = "@password@"; }`,
      ),
      gives: { ".": "pass" },
    },
    {
      name: "the hash of a password, which anyone may try to guess",
      seenIn: "mitchellh/nixos-config and wimpysworld/nix-config, which publish their machines",
      files: of(
        `{ users.users.a.hashedPassword = "$6$rounds=4096$Q1w2e3r4t5y6$9XhV0fD3h0k1gW3mT8uJkZ2s7Lw0fC5nB6vX4pQ2aE1dR8yH3jM7tK5bN9cG0zU2iO4lP6sD8fA1qW3eR5tY7."; }`,
      ),
      gives: { ".": "fail" },
    },
  ],
};
