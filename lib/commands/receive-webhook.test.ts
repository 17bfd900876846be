import { createServer } from "node:http";
import { sign } from "@octokit/webhooks-methods";
import { afterAll, beforeAll, expect, it } from "vitest";
import { answer } from "#app/api/v1/answer.ts";
import { findOrganization, type OrganizationRecord } from "#lib/store/organizations.ts";
import { day, givenOrganization } from "#lib/store/testing/fixtures.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { receiveWebhook } from "./receive-webhook.ts";

const secret = "It's a Secret to Everybody";

describeEachDatabase("a webhook of GitHub, over HTTP", (database) => {
  const asked: string[] = [];
  const service = {
    refreshRepository: async (_: string, providerId: string) => void asked.push(`repository ${providerId}`),
    refreshTeams: async () => void asked.push("teams"),
    refreshOrganization: async () => void asked.push("organization"),
  };
  let usedSecret: string | null = secret;
  let address = "";
  let organization: OrganizationRecord;

  const server = createServer(async (message, response) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(message.headers)) headers.set(name, String(value));
    const body = new ReadableStream({
      async start(stream) {
        for await (const chunk of message) stream.enqueue(chunk);
        stream.close();
      },
    });
    // Node asks for `duplex` with a body that streams; the types are those of browsers.
    const init = { method: "POST", headers, body, duplex: "half" };
    const request = new Request("http://127.0.0.1/", init);
    const receiver = { database: database(), service, secret: usedSecret, now: () => day(1) };
    const answered = await answer(async () => {
      const { status, queued } = await receiveWebhook(receiver, request);
      return Response.json({ queued }, { status });
    });
    response.writeHead(answered.status).end(await answered.text());
  });

  beforeAll(async () => {
    organization = await givenOrganization(database());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const bound = server.address();
    address = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
  });

  afterAll(() => {
    server.close();
  });

  let deliveries = 0;
  const deliver = async (
    event: string,
    payload: object,
    changes: { readonly id?: string; readonly signature?: string | null; readonly body?: string } = {},
  ) => {
    const body = changes.body ?? JSON.stringify(payload);
    const { id = `delivery-${++deliveries}`, signature = await sign(secret, body) } = changes;
    const headers = {
      "content-type": "application/json",
      "x-github-event": event,
      "x-github-delivery": id,
      ...(signature === null ? {} : { "x-hub-signature-256": signature }),
    };
    asked.length = 0;
    const response = await fetch(address, { method: "POST", headers, body });
    return { status: response.status, asked: [...asked], body: await response.json() };
  };
  const account = () => ({ node_id: organization.providerId, login: organization.login });
  const repository = () => ({ node_id: "R_1", default_branch: "main", owner: account() });
  const push = (changes: object = {}) => ({
    ref: "refs/heads/main",
    commits: [{ added: [], modified: ["flake.lock"], removed: [] }],
    organization: account(),
    repository: repository(),
    ...changes,
  });

  it("is taken only with the signature of exactly its body", async () => {
    expect(await deliver("push", push())).toMatchObject({ status: 202, asked: ["repository R_1"] });
    expect(await deliver("push", push(), { signature: null })).toMatchObject({ status: 401, asked: [] });
    expect(await deliver("push", push(), { signature: "sha256=00" })).toMatchObject({ status: 401, asked: [] });
    const other = await sign("another secret", JSON.stringify(push()));
    expect(await deliver("push", push(), { signature: other })).toMatchObject({ status: 401, asked: [] });
    const changed = await sign(secret, `${JSON.stringify(push())} `);
    expect(await deliver("push", push(), { signature: changed })).toMatchObject({ status: 401, asked: [] });
    // GitHub's own example, docs.github.com: a body that is no JSON is refused only after its signature holds.
    const signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    expect(await deliver("push", {}, { body: "Hello, World!", signature })).toMatchObject({ status: 422 });
    expect(await deliver("push", {}, { body: "", signature: "sha256=00" })).toMatchObject({ status: 401 });
  });

  it("is acted upon once, however often it is delivered", async () => {
    expect(await deliver("push", push(), { id: "same" })).toMatchObject({ status: 202, body: { queued: 1 } });
    expect(await deliver("push", push(), { id: "same" })).toMatchObject({
      status: 202,
      body: { queued: 0 },
      asked: [],
    });
  });

  it.each([
    ["of another branch", { ref: "refs/heads/topic" }, false],
    ["that touches nothing that is read", { commits: [{ added: ["src/main.rs"] }] }, false],
    ["that deletes the branch", { deleted: true }, false],
    ["of a Nix file in a folder", { commits: [{ modified: ["nix/shell.nix"] }] }, true],
    ["that removes CODEOWNERS", { commits: [{ removed: [".github/CODEOWNERS"] }] }, true],
    ["of a workflow", { commits: [{ added: [".github/workflows/ci.yml"] }] }, true],
    ["that was forced", { forced: true, commits: [{ modified: ["src/main.rs"] }] }, true],
    ["of more commits than GitHub tells", { commits: Array.from({ length: 2048 }, () => ({})) }, true],
    ["whose commits are not told", { commits: [] }, true],
  ])("looks again after a push %s only when that may change something", async (_, changes, isAsked) => {
    expect((await deliver("push", push(changes))).asked).toEqual(isAsked ? ["repository R_1"] : []);
  });

  it.each([
    ["repository", { action: "archived" }, ["repository R_1"]],
    ["repository", { action: "deleted" }, ["repository R_1"]],
    ["team", { action: "added_to_repository" }, ["teams"]],
    ["membership", { action: "added" }, ["teams"]],
    ["custom_property_values", { action: "updated" }, ["teams"]],
    ["installation", { action: "created" }, ["organization"]],
    ["installation_repositories", { repositories_added: [{ node_id: "R_2" }] }, ["repository R_2"]],
    ["installation_repositories", { repositories_added: [] }, ["organization"]],
    ["star", { action: "created" }, []],
    ["constructor", {}, []],
  ])("asks for what a %s event names: %j", async (event, changes, expected) => {
    const payload = { organization: account(), repository: repository(), ...changes };

    expect((await deliver(event, payload)).asked).toEqual(expected);
  });

  it("greets a ping, and asks for nothing where the organization is not connected", async () => {
    expect(await deliver("ping", { zen: "Speak like a human." })).toMatchObject({ status: 200, asked: [] });
    const stranger = { node_id: "O_stranger", login: "stranger" };
    const payload = push({ organization: stranger });
    expect(await deliver("push", payload)).toMatchObject({ status: 202, body: { queued: 0 }, asked: [] });
    expect(await deliver("push", { commits: "many" })).toMatchObject({ status: 202, asked: [] });
  });

  it("takes note of an organization's new name", async () => {
    const renamed = { node_id: organization.providerId, login: `${organization.login}-renamed` };

    await deliver("organization", { action: "renamed", organization: renamed });

    const found = await findOrganization(database(), organization.slug);
    expect(found?.login).toBe(renamed.login);
  });

  it("stops reading a body that is larger than GitHub sends", async () => {
    const body = "x".repeat(25 * 1024 * 1024 + 1);

    expect(await deliver("push", {}, { body })).toMatchObject({ status: 422, asked: [] });
  });

  it("is not found while no secret is set", async () => {
    usedSecret = null;

    expect(await deliver("push", push())).toMatchObject({ status: 404, asked: [] });
    usedSecret = secret;
  });
});
