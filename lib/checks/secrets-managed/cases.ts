import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, noFlake, unreadNix } from "../testing/small-files.ts";
import { secretsManaged } from "./check.ts";

const machines = flakeOf("", "{ self, nixpkgs }: { nixosConfigurations.web = nixpkgs.lib.nixosSystem { }; }");
const bare = { "db.nix": "{ services.app.passwordFile = ./db; }" };

export const cases: CheckCases = {
  check: secretsManaged,
  outcomes: {
    pass: [{ name: "a manager", files: { ...machines, ...bare, ".sops.yaml": "creation_rules: []\n" } }],
    fail: [{ name: "machines with a secret and no manager", files: { ...machines, ...bare } }],
    unknown: [{ name: "a file that was not read", files: { ...machines, ...bare, ...unreadNix } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "a manager that shows only by the rules for its keys",
      seenIn: "ryantm/agenix, whose users write secrets.nix for its command",
      files: {
        ...machines,
        "secrets/secrets.nix": `let k = "ssh-ed25519 AAAA"; in { "db.age".publicKeys = [ k ]; }`,
        "secrets/db.age": "",
      },
      gives: { ".": "pass" },
    },
  ],
};
