import { describe, expect, it } from "vitest";
import { type FixtureFiles, factsOf } from "./testing/snapshot-fixture.ts";

// Put together here, so that no scanner takes this file for a leak.
const githubToken = ["ghp", "wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx"].join("_");
const generated = ["q7Zt2LmX9", "vB4nRk1Ws8"].join("");
const base64Key = `b3BlbnNzaC1rZXktdjE${"AAAAB3NzaC1yc2EA".repeat(8)}`;
const privateKey = `${["-----BEGIN OPENSSH", "PRIVATE KEY-----\n"].join(" ")}${base64Key}\n-----END OPENSSH PRIVATE KEY-----`;

const flake: FixtureFiles = { "flake.nix": "{ outputs = inputs: { }; }" };

/** What looks like a secret, as `rule path:line`, or why that is unknown. */
function found(files: FixtureFiles): readonly string[] | string {
  const { plaintext } = factsOf({ ...flake, ...files }).secrets;
  return plaintext.known
    ? plaintext.value.map(({ rule, evidence }) => `${rule} ${evidence.path}:${evidence.line}`)
    : plaintext.reason;
}

describe("secrets in the clear", () => {
  it.each<[string, FixtureFiles, string]>([
    ["a token of GitHub", { "a.nix": `{\n  x = "${githubToken}";\n}` }, "github a.nix:2"],
    ["a private key", { "a.nix": `{ x = ''\n${privateKey}\n''; }` }, "privatekey a.nix:2"],
    ["a private key in a file", { "keys/id_ed25519": privateKey }, "privatekey keys/id_ed25519:1"],
    [
      "a password of a user",
      { "a.nix": `{ users.users.alice = { password = "walnut-gate"; }; }` },
      "plaintext-password a.nix:1",
    ],
    [
      "the hash of a password, under a name that is computed",
      { "a.nix": `{ users.users.\${me} = { hashedPassword =\n "$y$j9T$abc/def$ghi"; }; }` },
      "password-hash a.nix:1",
    ],
    [
      "the key of a wireless network",
      { "a.nix": `{ networking.wireless.networks."Home".psk = "walnut-gate"; }` },
      "wireless-password a.nix:1",
    ],
    [
      "a value under the name of a secret",
      { "a.nix": `{ services.x.apiToken = "${generated}"; }` },
      "secret-in-nix a.nix:1",
    ],
    [
      "a secret that is written into the store",
      { "a.nix": `{ passwordFile = pkgs.writeText "db-password" "walnut-gate"; }` },
      "secret-in-store a.nix:1",
    ],
    [
      "a token for Nix",
      { "nix.conf": `# ours\naccess-tokens = github.com=${generated}\n` },
      "nix-access-token nix.conf:2",
    ],
    ["an environment file", { "app/.env": `PORT=1\nAPI_TOKEN=${generated}\n` }, "environment-file app/.env:2"],
    ["a netrc", { ".netrc": "machine acme.example login ci password walnut-gate\n" }, "netrc .netrc:1"],
    [
      "the address of a database",
      { "a.nix": `{ x = "postgres://app:walnutgate@db.acme.io/app"; }` },
      "database-connection-string a.nix:1",
    ],
  ])("%s is found, with its line", (_, files, place) => {
    expect(found(files)).toEqual([place]);
  });

  it.each<[string, FixtureFiles]>([
    ["placeholders", { "a.nix": `{ users.users.a.password = "changeme"; users.users.b.password = "nixos"; }` }],
    ["a locked password", { "a.nix": `{ users.users.root.hashedPassword = "!"; }` }],
    ["an initial password", { "a.nix": `{ users.users.a.initialPassword = "walnut-gate"; }` }],
    ["the path of a file", { "a.nix": `{ users.users.a.hashedPasswordFile = "/run/secrets/a"; }` }],
    ["a hash of a source", { "a.nix": `{ token = "sha256-QVnMW0wZWqrdWrjrRPhfEFFq1KLYguagSflLhFnVQmw="; }` }],
    ["a name of words", { "a.nix": `{ secret = "acme-database-password-2"; }` }],
    ["a secret of the workflow", { "nix.conf": "access-tokens = github.com=$TOKEN\n" }],
    ["an example of an option", { "a.nix": `{ x = mkOption { example = { token = "${generated}"; }; }; }` }],
    ["tests", { "tests/a.nix": `{ t = "${githubToken}"; }`, "checks/vm.nix": `{ t = "${githubToken}"; }` }],
    ["templates", { "templates/x/.env": `API_TOKEN=${generated}\n` }],
    ["a test of NixOS", { "vm.nix": `pkgs.testers.runNixOSTest { nodes.a.users.users.a.password = "walnut-gate"; }` }],
    ["an example file", { ".env.example": `API_TOKEN=${generated}\n` }],
    ["what sops encrypted", { ".env": "API_TOKEN=ENC[AES256_GCM,data:c2FtcGxlMTIzNDU2Nzg5,type:str]\n" }],
    ["what git-crypt encrypted", { ".env": { isBinary: true }, "secrets.nix": { isBinary: true } }],
    ["a database on the same machine", { "a.nix": `{ x = "postgres://app:walnutgate@localhost/app"; }` }],
    ["a server of the same composition", { "a.nix": `{ x = "postgres://app:walnutgate@db:5432/app"; }` }],
    ["what Grafana was shipped with", { "a.nix": `{ security.secret_key = "SW2YcwTIb9zpOOhoPsMm"; }` }],
    [
      "the published key of Nixpkgs' virtual machines",
      {
        "a.nix": `{ x = ''\n${privateKey.replace("AAAAB3", "AAAAQyNTUxOQAAACCQVnMW/wZWqrdWrjrRPhfEFFq1KLYguagSflLhFnVQmw")}''; }`,
      },
    ],
  ])("%s are none", (_, files) => {
    expect(found(files)).toEqual([]);
  });

  it("are unknown where nothing was found and a file was not read", () => {
    expect(found({ "a.nix": { sizeBytes: 1e9 } })).toBe("not-read");
    expect(found({ "a.nix": { sizeBytes: 1e9 }, "b.nix": `{ x = "${githubToken}"; }` })).toEqual(["github b.nix:1"]);
    expect(factsOf(flake, { isComplete: false }).secrets.plaintext).toEqual({ known: false, reason: "tree-truncated" });
  });

  it("leave no trace of their value in the facts", () => {
    const files = {
      ...flake,
      "a.nix": `{ x = "${githubToken}"; apiToken = "${generated}"; users.users.a.password = "walnut-gate"; }`,
      "nix.conf": `access-tokens = github.com=${generated}\nsubstituters = https://ci:walnut-gate@cache.acme.example?secret-key=${generated}\n`,
      ".netrc": "machine acme.example password walnut-gate",
      ".github/workflows/ci.yml": `jobs: { a: { steps: [{ run: "nix build --option access-tokens github.com=${githubToken}" }] } }`,
    };

    const facts = JSON.stringify(factsOf(files));
    expect(facts).toContain("nix-access-token");
    for (const value of [githubToken, generated, "walnut-gate"]) expect(facts).not.toContain(value);
  });
});

it("accuses nobody of reading what sops encrypts under a plain name", () => {
  const files = { ...flake, "a.nix": "{ x = builtins.readFile ./secrets/secrets.yaml; }" };

  expect(factsOf(files).secrets.keyFileReads).toMatchObject({
    known: true,
    value: [{ file: "./secrets/secrets.yaml" }],
  });
  expect(factsOf({ ...files, ".sops.yaml": "creation_rules: []" }).secrets.keyFileReads).toEqual({
    known: true,
    value: [],
  });
});

describe("key files that Nix reads", () => {
  const reads = (text: string) => {
    const { keyFileReads } = factsOf({ ...flake, "a.nix": text }).secrets;
    return keyFileReads.known ? keyFileReads.value.map(({ file }) => file) : keyFileReads.reason;
  };

  it.each([
    ["{ x = builtins.readFile ./secrets/db-password; }", ["./secrets/db-password"]],
    ["{ x = lib.fileContents ../id_ed25519; }", ["../id_ed25519"]],
    ["{ x = lib.importJSON ./secrets.json; }", ["./secrets.json"]],
    ["{ services.x.passwordFile = ./db; }", ["./db"]],
    ["{ privateKeyFile = ./wg/private.key; }", ["./wg/private.key"]],
    ["{ x = builtins.readFile ./id_ed25519.pub; }", []],
    ["{ x = builtins.readFile ./fake-secret.sh; }", []],
    ["{ x = builtins.readFile ./keymap.toml; }", []],
    ["{ age.secrets.a.file = ./secret.age; passwordFile = ./secret.age; }", []],
    [`{ passwordFile = "/run/secrets/db"; }`, []],
    ["{ passwordFile = config.age.secrets.db.path; }", []],
    [`{ x = builtins.readFile "/etc/secret"; }`, []],
  ])("%s", (text, files) => {
    expect(reads(text)).toEqual(files);
  });
});

describe("managers of secrets", () => {
  const managers = (files: FixtureFiles) => factsOf({ ...flake, ...files }).secrets.managers.map(({ kind }) => kind);

  it.each<[FixtureFiles, string]>([
    [{ "flake.nix": `{ inputs.a.url = "github:RyanTM/agenix"; outputs = i: { }; }` }, "agenix"],
    [{ "flake.nix": `{ inputs.s.url = "https://flakehub.com/f/Mic92/sops-nix/0.1"; outputs = i: { }; }` }, "sops-nix"],
    [{ "flake.nix": `{ inputs.s.url = "git+https://github.com/Mic92/sops-nix.git"; outputs = i: { }; }` }, "sops-nix"],
    [{ "host.nix": "{ age.secrets.db.file = ./db.age; }" }, "agenix"],
    [{ "host.nix": "{ detsys.vaultAgent.systemd.services.a.enable = true; }" }, "vault"],
    [{ "secrets/db.age": "age-encryption.org/v1" }, "agenix"],
    [{ ".sops.yaml": "creation_rules: []" }, "sops-nix"],
    [{ ".github/workflows/a.yml": "jobs: { a: { steps: [{ uses: hashicorp/vault-action@v3 }] } }" }, "vault"],
  ])("are seen in %j", (files, kind) => {
    expect(managers(files)).toEqual([kind]);
  });

  it("are not what a module only declares, or a template shows", () => {
    expect(managers({ "module.nix": "{ options.age.secrets = mkOption { }; }" })).toEqual([]);
    expect(managers({ "templates/host/secrets/a.age": "x" })).toEqual([]);
  });
});
