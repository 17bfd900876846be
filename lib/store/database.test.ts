import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromPglite, PgBoss } from "pg-boss";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "./database.ts";
import { listOrganizations } from "./organizations.ts";
import { givenOrganization } from "./testing/fixtures.ts";
import {
  copyEmptyDatabase,
  databaseUrl,
  describeEachDatabase,
  runOnServer,
  testServerUrl,
} from "./testing/open-test-databases.ts";
import { inTransaction } from "./transaction.ts";

let directory = "";

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "flakeboard-database-"));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function openFolder(): Promise<Database> {
  return openDatabase({ kind: "embedded", directory });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

describe("openDatabase on a folder", () => {
  it("keeps what was written, and refuses a second opening in words", { timeout: 120_000 }, async () => {
    await copyEmptyDatabase(directory);
    const first = await openFolder();
    const { id } = await givenOrganization(first);

    await expect(openFolder()).rejects.toMatchObject({ code: "database-locked" });

    await first.close();
    const second = await openFolder();
    expect((await listOrganizations(second)).map((organization) => organization.id)).toEqual([id]);
    await second.close();
  });

  it.each([
    ["a damaged database", (data: string) => truncateSync(join(data, "global", "pg_control"), 100), "it is damaged"],
    ["one that lost its version", (data: string) => rmSync(join(data, "PG_VERSION")), "it is damaged"],
    [
      "another PostgreSQL's",
      (data: string) => writeFileSync(join(data, "PG_VERSION"), "16\n"),
      "made with PostgreSQL 16",
    ],
  ])(
    "says of %s that it does not open and what to do, and lets go of the folder",
    { timeout: 120_000 },
    async (_case, damage, words) => {
      await copyEmptyDatabase(directory);
      damage(join(directory, "data"));

      for (const _attempt of [1, 2]) {
        await expect(openFolder()).rejects.toMatchObject({
          code: "database-unavailable",
          message: expect.stringMatching(new RegExp(`${words}.* move (?:it|that folder) away and start again`)),
        });
      }
    },
  );

  it("opens what a process left that was killed while PostgreSQL wrote its own lock file", {
    timeout: 120_000,
  }, async () => {
    await copyEmptyDatabase(directory);
    writeFileSync(join(directory, "data", "postmaster.pid"), "");

    const database = await openFolder();

    expect(await listOrganizations(database)).toEqual([]);
    await database.close();
  });

  it("makes a database anew when its making was interrupted", { timeout: 120_000 }, async () => {
    mkdirSync(join(directory, "data.part-killed"));
    writeFileSync(join(directory, "data.part-killed", "PG_VERSION"), "18\n");

    const db = await openFolder();

    expect(await listOrganizations(db)).toEqual([]);
    expect(readdirSync(directory).filter((name) => name.includes(".part"))).toEqual([]);
    const [row] = await db.client.$queryRaw<
      { readonly version: string }[]
    >`SELECT current_setting('server_version') AS version`;
    expect(row?.version).toMatch(/^18\./);
    await db.close();
  });

  it("loses no acknowledged write when its process is killed", async () => {
    // Writes organizations one after the other, and says each name once it is recorded.
    const program = `
      import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, "database.ts"))};
      import { registerOrganization } from ${JSON.stringify(join(import.meta.dirname, "organizations.ts"))};
      const db = await openDatabase({ kind: "embedded", directory: process.argv[1] });
      for (let number = 0; ; number += 1) {
        const login = process.argv[2] + "-" + number;
        await registerOrganization(db, { provider: "local", providerId: login, login, name: login, url: null, isSample: false, location: "/" });
        process.stdout.write(login + "\\n");
      }`;
    await copyEmptyDatabase(directory);
    const acknowledged: string[] = [];
    for (const round of ["first", "second", "third"]) {
      const child = spawn(process.execPath, ["--input-type=module", "--eval", program, directory, round], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      let output = "";
      child.stdout.on("data", (chunk) => {
        output += String(chunk);
        if (output.split("\n").length > 20) child.kill("SIGKILL");
      });
      await once(child, "close");
      acknowledged.push(...output.split("\n").slice(0, -1));
    }

    const db = await openFolder();
    const logins = (await listOrganizations(db)).map(({ login }) => login);
    await db.close();

    expect(acknowledged.length).toBeGreaterThan(50);
    expect(logins).toEqual(expect.arrayContaining(acknowledged));
    // At most the one that was being written when the process died was recorded without being acknowledged.
    expect(logins.length - acknowledged.length).toBeLessThanOrEqual(3);
  }, 120_000);
});

describe("openDatabase on a server", () => {
  const secret = "s3cret-word";

  it("says that nothing listens there, with server and database and without user and password", async () => {
    const listener = createServer().listen(0, "127.0.0.1");
    await once(listener, "listening");
    const port = portOf(listener);
    listener.close();

    const opening = openDatabase({ kind: "server", url: `postgresql://me:${secret}@127.0.0.1:${port}/board` });

    await expect(opening).rejects.toMatchObject({
      code: "database-unavailable",
      isRetryable: true,
      message: `The database 127.0.0.1:${port}/board refuses connections. Start PostgreSQL there, or correct host and port in DATABASE_URL.`,
    });
  });

  it("says that the host is unknown", async () => {
    const opening = openDatabase({ kind: "server", url: `postgresql://me:${secret}@board.invalid/board` });

    await expect(opening).rejects.toMatchObject({
      message: expect.stringMatching(/board\.invalid:5432\/board cannot be found/),
    });
  });

  it("never shows the password of a malformed address", async () => {
    const error: unknown = await openDatabase({ kind: "server", url: `postgresql://me:${secret}@[/board` }).catch(
      (thrown: unknown) => thrown,
    );

    expect(error).toMatchObject({ code: "database-unavailable" });
    const { inspect } = await import("node:util");
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
  });
});

describe.runIf(testServerUrl !== null)("openDatabase on a server that runs", () => {
  const url = testServerUrl ?? "";

  it("says that the database does not exist there", async () => {
    const opening = openDatabase({ kind: "server", url: databaseUrl(url, "flakeboard_no_such_database") });

    await expect(opening).rejects.toMatchObject({
      code: "database-unavailable",
      message: expect.stringMatching(/flakeboard_no_such_database does not exist on that server\. Create it/),
    });
  });

  it("migrates once when several processes start together", async () => {
    const name = `flakeboard_test_${randomUUID().replaceAll("-", "")}`;
    await runOnServer(url, `CREATE DATABASE ${name}`);

    const opened = await Promise.all(
      Array.from({ length: 4 }, () => openDatabase({ kind: "server", url: databaseUrl(url, name) })),
    );

    for (const db of opened) {
      expect(await listOrganizations(db)).toEqual([]);
      await db.close();
    }
    await runOnServer(url, `DROP DATABASE ${name} WITH (FORCE)`);
  });

  it("says in words that the server has gone away, and goes on when it is back", async () => {
    const target = new URL(url);
    const sockets = new Set<Socket>();
    const listen = async (port: number) => {
      const proxy = createServer((socket) => {
        const upstream = connect(Number(target.port || 5432), target.hostname);
        for (const end of [socket, upstream]) sockets.add(end.on("error", () => {}));
        socket.pipe(upstream).pipe(socket);
      }).listen(port, "127.0.0.1");
      await once(proxy, "listening");
      return proxy;
    };
    const proxy = await listen(0);
    const port = portOf(proxy);
    const name = `flakeboard_test_${randomUUID().replaceAll("-", "")}`;
    await runOnServer(url, `CREATE DATABASE ${name}`);
    const proxied = new URL(databaseUrl(url, name));
    proxied.host = `127.0.0.1:${port}`;
    const db = await openDatabase({ kind: "server", url: proxied.href });

    proxy.close();
    for (const socket of sockets) socket.destroy();
    const expected = { code: "database-unavailable", message: expect.stringContaining(`127.0.0.1:${port}`) };
    await expect(listOrganizations(db)).rejects.toMatchObject(expected);
    await expect(inTransaction(db, async () => {})).rejects.toMatchObject(expected);

    const again = await listen(port);
    await listOrganizations(db);
    await db.close();
    again.close();
    await runOnServer(url, `DROP DATABASE ${name} WITH (FORCE)`);
  });

  it("says in words that the database takes no connections any more", async () => {
    const name = `flakeboard_test_${randomUUID().replaceAll("-", "")}`;
    await runOnServer(url, `CREATE DATABASE ${name}`);
    const db = await openDatabase({ kind: "server", url: databaseUrl(url, name) });

    await runOnServer(url, `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
    await runOnServer(url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);

    const expected = { code: "database-unavailable", message: expect.stringContaining(name) };
    await expect(listOrganizations(db)).rejects.toMatchObject(expected);
    await expect(listOrganizations(db)).rejects.toMatchObject(expected);
    await db.close();
    await runOnServer(url, `DROP DATABASE ${name} WITH (FORCE)`);
  });
});

describeEachDatabase("Database", (database) => {
  it("runs the job queue beside Prisma on the same database", async () => {
    const { client, connection } = database();
    const boss =
      connection.kind === "embedded"
        ? new PgBoss({ db: fromPglite(connection.pglite), backend: "pglite" })
        : new PgBoss({ connectionString: connection.url, max: 2 });
    await boss.start();
    await boss.createQueue("count");
    const worked = new Promise<number>((resolve) => {
      boss.work<{ readonly step: number }>("count", { pollingIntervalSeconds: 0.5 }, async ([job]) => {
        resolve((await client.organization.count()) * 0 + (job?.data.step ?? 0));
      });
    });

    const writes = Array.from({ length: 20 }, () => givenOrganization(database()));
    await boss.send("count", { step: 7 });

    expect(await worked).toBe(7);
    await Promise.all(writes);
    await boss.stop({ graceful: true, timeout: 2_000 });
  });

  it("lets other queries wait for an open transaction, and takes back one that fails", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    const write = (name: string) => ({ where: { id }, data: { name }, select: { id: true } });

    const failing = inTransaction(db, async (transaction) => {
      await transaction.organization.update(write("half"));
      throw new Error("stop");
    });
    const waiting = db.client.organization.findUnique({ where: { id }, select: { name: true } });

    await expect(failing).rejects.toThrow("stop");
    expect((await waiting)?.name).not.toBe("half");
    expect((await db.client.organization.findUnique({ where: { id }, select: { name: true } }))?.name).not.toBe("half");
  });

  it("keeps moments to the millisecond whatever the server's time zone is", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    const at = "2026-07-01T12:34:56.789Z";

    const written = await db.client.organization.update({
      where: { id },
      data: { createdAt: at },
      select: { createdAt: true },
    });
    const [text] = await db.client.$queryRaw<{ readonly text: string }[]>`
      SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') AS text FROM organization WHERE id = ${id}::uuid`;

    expect(written.createdAt.toISOString()).toBe(at);
    expect(text?.text).toBe("2026-07-01 12:34:56.789");
  });
});
