import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as ask, createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serveBuildFiles } from "./build-files.ts";
import { compressScripts } from "./compress-scripts.ts";

const script = "export const words = 'the same words again and again';\n".repeat(50);
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "flakeboard-build-files-"));
  mkdirSync(join(folder, "chunks"));
  writeFileSync(join(folder, "chunks/page.js"), script);
  writeFileSync(join(folder, "chunks/font.woff2"), "not compressed again");
  await compressScripts(folder);
  const listener = serveBuildFiles(folder, (request, response) => response.end(`page ${request.url}`));
  server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

it("sends a script in its Brotli twin to a browser that takes it, to be kept for good", async () => {
  const { headers, body } = await answerTo("/_next/static/chunks/page.js", "gzip, deflate, br");

  expect(headers["content-encoding"]).toBe("br");
  expect(headers["content-type"]).toMatch(/^text\/javascript/);
  expect(headers["cache-control"]).toBe("public,max-age=31536000,immutable");
  expect(headers.vary).toBe("Accept-Encoding");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(body.byteLength).toBeLessThan(script.length / 10);
  expect(brotliDecompressSync(body).toString()).toBe(script);
});

it("sends it as gzip to a browser that takes no Brotli", async () => {
  const { headers, body } = await answerTo("/_next/static/chunks/page.js", "gzip");

  expect(headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(body).toString()).toBe(script);
});

it("sends the script itself to a program that takes neither", async () => {
  const { headers, body } = await answerTo("/_next/static/chunks/page.js", "identity");

  expect(headers["content-encoding"]).toBeUndefined();
  expect(body.toString()).toBe(script);
});

it("sends a font as it is", async () => {
  const { headers, body } = await answerTo("/_next/static/chunks/font.woff2", "br");

  expect(headers["content-encoding"]).toBeUndefined();
  expect(body.toString()).toBe("not compressed again");
});

it.each(["/orgs/sample?range=90d", "/_next/static/chunks/missing.js", "/_next/static/../package.json"])(
  "leaves %s to the pages",
  async (path) => {
    expect((await answerTo(path, "br")).body.toString()).toBe(`page ${path}`);
  },
);

interface Answer {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** fetch would tidy the path and unpack the answer. */
function answerTo(path: string, encodings: string): Promise<Answer> {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return new Promise((resolve, reject) => {
    const sent = ask({ host: "127.0.0.1", port, path, headers: { "accept-encoding": encodings } }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve({ headers: response.headers, body });
    });
    sent.on("error", reject).end();
  });
}
