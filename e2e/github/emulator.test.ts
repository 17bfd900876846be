import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmulatorOptions, type GithubEmulator, startGithubEmulator } from "./emulator.ts";
import * as faults from "./faults.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "github-emulator-"));
  const large = "é".repeat(300_000);
  const gitDir = join(folder, "website.git");
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", gitDir]);
  const script = [
    "commit refs/heads/main\ncommitter Ada <ada@example.org> 1767225600 +0000\ndata 1\nx\n",
    "M 100644 inline flake.nix\ndata 4\n{ }\n\n",
    "M 120000 inline link\ndata 9\nflake.nix\n",
    "M 160000 8f5e4a1b2c3d4e5f60718293a4b5c6d7e8f90a1b module\n",
    "M 100644 inline picture\ndata 3\na\0b\n",
    `M 100644 inline large.txt\ndata ${Buffer.byteLength(large)}\n${large}\n`,
  ];
  execFileSync("git", ["--git-dir", gitDir, "fast-import", "--quiet"], { input: script.join("") });
  execFileSync("git", ["init", "--quiet", "--bare", join(folder, "empty.git")]);
  writeFileSync(
    join(folder, "teams.yml"),
    "organization: { login: acme }\nteams:\n  web: { parent: all, repositories: { website: write } }\n  all: {}\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(options: Partial<EmulatorOptions> = {}): Promise<GithubEmulator & AsyncDisposable> {
  const emulator = await startGithubEmulator({ folder, ...options });
  return Object.assign(emulator, { [Symbol.asyncDispose]: emulator.close });
}

async function ask(emulator: GithubEmulator, query: string, variables = {}, token = "x") {
  const response = await fetch(`${emulator.url}/graphql`, {
    method: "POST",
    headers: token === "" ? {} : { authorization: `token ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

function get(emulator: GithubEmulator, path: string): Promise<Response> {
  return fetch(`${emulator.url}${path}`, { headers: { authorization: "Bearer x" } });
}

const website = '{ repository(owner: "acme", name: "website") { %s } }';

describe("the emulated GraphQL", () => {
  it("refuses a field that GitHub's schema does not have", async () => {
    await using emulator = await start();

    const { body } = await ask(emulator, "{ viewer { shoeSize } }");

    expect(body.errors[0].message).toContain('Cannot query field "shoeSize" on type "User"');
    expect(body).not.toHaveProperty("data");
  });

  it("refuses a field that it does not emulate, instead of answering null", async () => {
    await using emulator = await start();

    const { body } = await ask(emulator, website.replace("%s", "stargazerCount"));

    expect(body.errors[0].message).toBe("The emulator does not know Repository.stargazerCount yet.");
  });

  it.each([
    ["repositories { totalCount }", "MISSING_PAGINATION_BOUNDARIES"],
    ["repositories(first: 101) { totalCount }", "EXCESSIVE_PAGINATION"],
    ["repositories(first: 0) { totalCount }", "EXCESSIVE_PAGINATION"],
    [
      "teams(first: 100) { nodes { repositories(first: 100) { nodes { languages(first: 100) { totalCount } } } } }",
      "MAX_NODE_LIMIT_EXCEEDED",
    ],
  ])("refuses %s as %s", async (selection, type) => {
    await using emulator = await start();

    const { body } = await ask(emulator, `{ organization(login: "acme") { ${selection} } }`);

    expect(body.errors[0].type).toBe(type);
  });

  it("refuses more than 100 ids", async () => {
    await using emulator = await start();
    const ids = Array.from({ length: 101 }, () => "x");

    const { body } = await ask(emulator, "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids });

    expect(body.errors[0].type).toBe("ARGUMENT_LIMIT");
  });

  it("counts cost as GitHub documents it: 1 + 2 x 100 connections are 2 points", async () => {
    await using emulator = await start();
    const fields = "languages(first: 10) { totalCount } repositoryTopics(first: 10) { totalCount }";
    const query = `query($n: Int!) { rateLimit { cost remaining } organization(login: "acme") {
      repositories(first: $n) { nodes { ${fields} } } } }`;

    const small = await ask(emulator, query, { n: 25 });
    const large = await ask(emulator, query, { n: 100 });

    expect(small.body.data.rateLimit).toEqual({ cost: 1, remaining: 4999 });
    expect(large.body.data.rateLimit).toEqual({ cost: 2, remaining: 4997 });
    expect(large.headers.get("x-ratelimit-remaining")).toBe("4997");
    expect(emulator.requests.counts()).toMatchObject({ graphql: 2, points: 3 });
  });

  it("lets nobody in without a token or with a wrong one", async () => {
    await using emulator = await start({ tokens: ["right"] });

    expect((await ask(emulator, "{ viewer { login } }", {}, "")).status).toBe(401);
    expect((await ask(emulator, "{ viewer { login } }", {}, "wrong")).status).toBe(401);
    expect((await ask(emulator, "{ viewer { login } }", {}, "right")).status).toBe(200);
  });

  it("gives blobs as GitHub does: cut at 512,000 bytes, null when binary, a symlink's target as its text", async () => {
    await using emulator = await start();
    const blob = "{ ... on Blob { byteSize isBinary isTruncated text } }";
    const fields = ["large.txt", "picture", "link"].map(
      (path, at) => `b${at}: object(expression: "HEAD:${path}") ${blob}`,
    );

    const { body } = await ask(emulator, website.replace("%s", fields.join(" ")));

    const { b0, b1, b2 } = body.data.repository;
    expect(b0).toMatchObject({ byteSize: 600_000, isBinary: false, isTruncated: true });
    expect(Buffer.byteLength(b0.text)).toBe(512_000);
    expect(b1).toEqual({ byteSize: 3, isBinary: true, isTruncated: false, text: null });
    expect(b2).toMatchObject({ text: "flake.nix", isBinary: false });
    expect(emulator.requests.counts().texts).toBe(2);
  });

  it("gives tree entries their modes as numbers, and a submodule the type commit", async () => {
    await using emulator = await start();

    const { body } = await ask(
      emulator,
      website.replace("%s", 'object(expression: "HEAD:") { ... on Tree { entries { name mode type size } } }'),
    );

    expect(body.data.repository.object.entries).toEqual([
      { name: "flake.nix", mode: 0o100644, type: "blob", size: 4 },
      { name: "large.txt", mode: 0o100644, type: "blob", size: 600_000 },
      { name: "link", mode: 0o120000, type: "blob", size: 9 },
      { name: "module", mode: 0o160000, type: "commit", size: 0 },
      { name: "picture", mode: 0o100644, type: "blob", size: 3 },
    ]);
  });

  it("names what it does not find, with a null in its place", async () => {
    await using emulator = await start();

    const { body } = await ask(emulator, '{ organization(login: "umbrella") { id } viewer { login } }');

    expect(body.data).toEqual({ organization: null, viewer: { login: "emulated" } });
    expect(body.errors[0]).toMatchObject({ type: "NOT_FOUND", path: ["organization"] });
  });

  it("notices a new commit at once", async () => {
    await using emulator = await start();
    const gitDir = join(folder, "growing.git");
    execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", gitDir]);
    const query = '{ repository(owner: "acme", name: "growing") { isEmpty defaultBranchRef { target { oid } } } }';
    const heads = [await ask(emulator, query)];

    for (const message of ["first", "second"]) {
      const tree = execFileSync("git", ["--git-dir", gitDir, "mktree"], { input: "" }).toString().trim();
      const identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"];
      const commit = execFileSync("git", [...identity, "--git-dir", gitDir, "commit-tree", "-m", message, tree]);
      execFileSync("git", ["--git-dir", gitDir, "update-ref", "refs/heads/main", commit.toString().trim()]);
      heads.push(await ask(emulator, query));
    }
    rmSync(gitDir, { recursive: true });

    const [empty, first, second] = heads.map(({ body }) => body.data.repository);
    expect(empty).toEqual({ isEmpty: true, defaultBranchRef: null });
    expect(first.isEmpty).toBe(false);
    expect(second.defaultBranchRef.target.oid).not.toBe(first.defaultBranchRef.target.oid);
  });
});

describe("the emulated REST", () => {
  it("lists trees, also recursively, and says when it cuts them", async () => {
    await using emulator = await start({ treeEntriesMax: 3 });

    const tree = await (await get(emulator, "/repos/acme/website/git/trees/HEAD?recursive=1")).json();

    expect(tree.truncated).toBe(true);
    expect(tree.tree).toHaveLength(3);
    expect(tree.tree[0]).toMatchObject({ path: "flake.nix", mode: "100644", type: "blob", size: 4 });
  });

  it("gives blobs in base64 with line breaks", async () => {
    await using emulator = await start();
    const { tree } = await (await get(emulator, "/repos/acme/website/git/trees/HEAD")).json();

    const blob = await (await get(emulator, `/repos/acme/website/git/blobs/${tree[1].sha}`)).json();

    expect(blob).toMatchObject({ size: 600_000, encoding: "base64" });
    expect(blob.content.indexOf("\n")).toBe(60);
    expect(emulator.requests.counts()).toMatchObject({ rest: 2, trees: 1, texts: 1 });
  });

  it("answers 404 for what is not there, 409 for the tree of an empty repository", async () => {
    await using emulator = await start();

    expect((await get(emulator, "/repos/acme/website/git/blobs/1234567")).status).toBe(404);
    expect((await get(emulator, "/repos/acme/nothing/git/trees/HEAD")).status).toBe(404);
    expect((await get(emulator, "/repos/acme/empty/git/trees/HEAD")).status).toBe(409);
    expect((await get(emulator, "/user")).status).toBe(404);
  });
});

describe("its faults", () => {
  it("strike as often as planned, and only where planned", async () => {
    const planned = { fault: faults.badGatewayHtml, when: ({ nodes }: faults.EmulatedRequest) => nodes > 10, times: 1 };
    await using emulator = await start({ faults: [planned] });
    const query = 'query($n: Int!) { organization(login: "acme") { repositories(first: $n) { totalCount } } }';
    const asked = [];
    for (const n of [5, 20, 20]) asked.push((await ask(emulator, query, { n }).catch(() => ({ status: 502 }))).status);

    expect(asked).toEqual([200, 502, 200]);
  });

  it("end a query in its middle, with data until there and an error at each place that is missing", async () => {
    await using emulator = await start({ faults: [{ fault: { kind: "resource-limits", objects: 1 } }] });

    const { body } = await ask(
      emulator,
      '{ organization(login: "acme") { repositories(first: 2) { nodes { name } } } }',
    );

    expect(body.data.organization.repositories.nodes).toEqual([{ name: "empty" }, null]);
    expect(body.errors).toMatchObject([
      { type: "RESOURCE_LIMITS_EXCEEDED", path: ["organization", "repositories", "nodes", 1] },
    ]);
  });

  it("hide one repository from GraphQL and REST", async () => {
    const fault = { kind: "repository", name: "website", type: "FORBIDDEN" } as const;
    await using emulator = await start({ faults: [{ fault }] });

    const { body } = await ask(emulator, website.replace("%s", "id"));

    expect(body).toMatchObject({ data: { repository: null }, errors: [{ type: "FORBIDDEN" }] });
    expect((await get(emulator, "/repos/acme/website/git/trees/HEAD")).status).toBe(403);
  });
});

describe("its command", () => {
  it("prints the address for the environment and serves until it is stopped", async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), folder, "--token", "x"]);
    try {
      const line = await new Promise<string>((resolve, reject) => {
        child.stdout.once("data", (chunk) => resolve(String(chunk)));
        child.once("exit", () => reject(new Error("it ended")));
      });
      const [, url = ""] = /^GITHUB_API_URL=(http:\/\/127\.0\.0\.1:\d+)\n$/.exec(line) ?? [];

      expect((await fetch(`${url}/rate_limit`, { headers: { authorization: "token x" } })).status).toBe(200);
      expect((await fetch(`${url}/rate_limit`)).status).toBe(401);
    } finally {
      child.kill();
    }
  });
});
