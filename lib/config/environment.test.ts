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
      github: { token: null, restUrl: "https://api.github.com", graphqlUrl: null },
      organizations: [],
      scanCron: "17 2 * * *",
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

  it("turns the schedule off when its line is empty, and treats other empty variables as absent", () => {
    const config = readConfig({ FLAKEBOARD_SCAN_CRON: "", PORT: "", FLAKEBOARD_ORGS: "acme, acme,widgets," });

    expect(config.scanCron).toBeNull();
    expect(config.port).toBe(3000);
    expect(config.organizations).toEqual(["acme", "widgets"]);
  });
});
