import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "./environment.ts";

describe("readConfig", () => {
  it("needs nothing: the embedded database, github.com, loopback, a nightly schedule", () => {
    expect(readConfig({})).toEqual({
      database: { kind: "embedded", directory: ".flakeboard/database" },
      dataDirectory: ".flakeboard",
      github: { token: null, app: null, restUrl: "https://api.github.com", graphqlUrl: null },
      githubWebhookSecret: null,
      organizations: [],
      scanCron: "17 2 * * *",
      logLevel: "info",
      host: "127.0.0.1",
      port: 3000,
    });
  });

  it("reports every problem at once, each with how to mend it", () => {
    const read = () => readConfig({ DATABASE_URL: "mysql://x", PORT: "eighty", HOST: "0.0.0.0" });

    expect(read).toThrow(/DATABASE_URL must begin with postgresql/);
    expect(read).toThrow(/PORT must be a port number/);
    expect(read).toThrow(/HOST must be a loopback address/);
  });

  it("reads a secret from the file that NAME_FILE names, without its last line end", () => {
    const file = join(mkdtempSync(join(tmpdir(), "flakeboard-")), "token");
    writeFileSync(file, "secret\n");

    expect(readConfig({ GITHUB_TOKEN_FILE: file }).github.token).toBe("secret");
    expect(() => readConfig({ GITHUB_TOKEN_FILE: file, GITHUB_TOKEN: "other" })).toThrow(/both set/);
    expect(() => readConfig({ GITHUB_TOKEN_FILE: `${file}-gone` })).toThrow(/does not exist/);
  });

  it("takes a GitHub App with its key on one line or on many, and only both together, without a token", () => {
    const pem = "-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----";
    const app = { GITHUB_APP_ID: "12", GITHUB_APP_PRIVATE_KEY: pem };

    expect(readConfig(app).github.app).toEqual({ id: "12", privateKey: pem });
    expect(readConfig({ ...app, GITHUB_APP_PRIVATE_KEY: pem.replaceAll("\n", "\\n") }).github.app?.privateKey).toBe(
      pem,
    );
    expect(() => readConfig({ GITHUB_APP_ID: "12" })).toThrow(/set without GITHUB_APP_PRIVATE_KEY/);
    expect(() => readConfig({ GITHUB_APP_PRIVATE_KEY: pem })).toThrow(/set without GITHUB_APP_ID/);
    expect(() => readConfig({ ...app, GITHUB_TOKEN: "x" })).toThrow(/Keep one of them/);
    expect(() => readConfig({ ...app, GITHUB_APP_ID: "flakeboard" })).toThrow(/must be the number of a GitHub App/);
    expect(() => readConfig({ ...app, GITHUB_APP_PRIVATE_KEY: "abc" })).toThrow(/whole text of the .pem file/);
  });

  it("turns the schedule off when its line is empty, and treats other empty variables as absent", () => {
    const config = readConfig({ FLAKEBOARD_SCAN_CRON: "", PORT: "", FLAKEBOARD_ORGS: "acme, acme,widgets," });

    expect(config.scanCron).toBeNull();
    expect(config.port).toBe(3000);
    expect(config.organizations).toEqual(["acme", "widgets"]);
  });
});
