import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findFolderHolder, lockFolder } from "./folder-lock.ts";

const startedAt = "2026-11-22T10:00:00.000Z";

/** A process that takes the lock, says so or says why not, and then lives on. */
const program = `
  import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, "folder-lock.ts"))};
  try {
    lockFolder(process.argv[1], "${startedAt}");
    process.stdout.write("locked\\n");
  } catch (error) {
    process.stdout.write(error.code + "\\n");
  }
  setInterval(() => {}, 1000);
`;

let directory = "";
let children: ChildProcess[] = [];

function startChild(): ChildProcess {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program, directory]);
  children.push(child);
  return child;
}

async function answerOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("The child has no output.");
  const [text] = await once(child.stdout, "data");
  return String(text).trim();
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "flakeboard-lock-"));
  children = [];
});

afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(directory, { recursive: true, force: true });
});

describe("lockFolder", () => {
  it("refuses a folder that this process holds already, and gives it again after release", () => {
    const lock = lockFolder(directory, startedAt);

    expect(() => lockFolder(directory, startedAt)).toThrow(
      `in use by process ${process.pid}, running since ${startedAt}`,
    );

    lock.release();
    lockFolder(directory, startedAt).release();
  });

  it("names the holder's process, start and address, and what to do", async () => {
    const child = startChild();
    expect(await answerOf(child)).toBe("locked");

    expect(() => lockFolder(directory, startedAt)).toThrow(
      expect.objectContaining({
        code: "database-locked",
        message: `The database in ${directory} is in use by process ${child.pid}, running since ${startedAt}. Wait until it ends, or stop it.`,
        context: expect.objectContaining({ pid: child.pid }),
      }),
    );
  });

  it("names the address that the holder announced", () => {
    const lock = lockFolder(directory, startedAt);
    lock.announce("http://127.0.0.1:3000");

    expect(() => lockFolder(directory, startedAt)).toThrow(
      "which serves http://127.0.0.1:3000. Use http://127.0.0.1:3000",
    );
    expect(findFolderHolder(directory)).toMatchObject({ pid: process.pid, address: "http://127.0.0.1:3000" });

    lock.release();
    expect(findFolderHolder(directory)).toBeUndefined();
  });

  it("is free as soon as its holder is killed, whatever it left behind", async () => {
    const child = startChild();
    expect(await answerOf(child)).toBe("locked");
    const exit = once(child, "exit");
    child.kill("SIGKILL");
    await exit;

    expect(readdirSync(directory)).toContain("holder.json");
    lockFolder(directory, startedAt).release();
  });

  it("goes to exactly one of several processes that start at once", async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => answerOf(startChild())));

    expect(answers.sort()).toEqual([...Array(5).fill("database-locked"), "locked"]);
  });

  it("refuses in general words when the holder's name cannot be read", () => {
    const lock = lockFolder(directory, startedAt);
    writeFileSync(join(directory, "holder.json"), '{"pid":');

    expect(() => lockFolder(directory, startedAt)).toThrow("in use by another process");

    lock.release();
  });

  it("says that a folder cannot be written, and how to mend it", () => {
    writeFileSync(join(directory, "file"), "");

    expect(() => lockFolder(join(directory, "file", "below"), startedAt)).toThrow(
      expect.objectContaining({ code: "database-unavailable", message: expect.stringContaining("Make it writable") }),
    );
  });

  // Root may write everywhere, so that the permission says nothing to it.
  it.skipIf(process.getuid?.() === 0)("says so when permissions forbid it", () => {
    chmodSync(directory, 0o500);

    expect(() => lockFolder(directory, startedAt)).toThrow("Make it writable");
  });
});
