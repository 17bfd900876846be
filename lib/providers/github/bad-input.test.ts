import { createServer } from "node:net";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type EmulatorOptions, startGithubEmulator } from "#e2e/github/emulator.ts";
import * as faults from "#e2e/github/faults.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { SourceProvider } from "../source-provider.ts";
import { type Acme, never, openScene, readBlobs, readInventory, requestsFor, writeAcme } from "./emulated.fixture.ts";
import { createGithubProvider, type GithubProviderOptions } from "./github-provider.ts";

const token = "ghp_0123456789abcdefghijABCDEFGHIJ012345";

let acme: Acme;
beforeAll(() => {
  acme = writeAcme(2, "teams: { web: { repositories: { repository-00: admin } } }\n");
});
afterAll(() => acme.remove());

async function scene(options: Partial<EmulatorOptions> = {}, provider: Partial<GithubProviderOptions> = {}) {
  return openScene(await startGithubEmulator({ folder: acme.folder, ...options }), { token, ...provider });
}

/** The error of a call, which must be one for people, without the token anywhere in it. */
async function failureOf(call: () => Promise<unknown>): Promise<AppError> {
  const error = await call().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`no AppError: ${inspect(error)}`);
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(token);
  expect(error.message).not.toMatch(/\n|<html|undefined|\[object/);
  return error;
}

const readers: Readonly<Record<string, (provider: SourceProvider) => Promise<unknown>>> = {
  readOrganization: (provider) => provider.readOrganization(never),
  listTeams: (provider) => provider.listTeams(never),
  listRepositories: (provider) => readInventory(provider),
};

describe("credentials", () => {
  it.each([undefined, "", "  "])("says how to set a token when there is none (%j)", async (none) => {
    const error = await failureOf(async () => createGithubProvider({ organization: "acme", token: none }));

    expect(error.code).toBe("unauthorized");
    expect(error.message).toContain("no token for github.com. Set GITHUB_TOKEN");
  });

  it.each(Object.keys(readers))("says how to mend a wrong token (%s), and asks once", async (name) => {
    await using wrong = await scene({ tokens: ["another"] });

    const error = await failureOf(async () => readers[name]?.(wrong.provider));

    expect(error.code).toBe("unauthorized");
    expect(error.message).toMatch(/refused the token \(401\).*Set GITHUB_TOKEN to a valid one/);
    expect(wrong.emulator.requests.counts().graphql).toBe(1);
  });

  it.each(Object.keys(readers))("names single sign-on when the organization demands it (%s)", async (name) => {
    await using locked = await scene({ faults: [{ fault: faults.singleSignOn }] });

    const error = await failureOf(async () => readers[name]?.(locked.provider));

    expect(error.code).toBe("forbidden");
    expect(error.message).toContain("Configure SSO");
    // The address in GitHub's header holds a secret of its own.
    expect(inspect(error)).not.toContain("authorization_request");
  });
});

describe("the organization", () => {
  it.each(Object.keys(readers))(
    "says the name and the needed scopes when there is no such organization (%s)",
    async (name) => {
      await using other = await scene({}, { organization: "umbrella" });

      const error = await failureOf(async () => readers[name]?.(other.provider));

      expect(error.code).toBe("not-found");
      expect(error.message).toMatch(/no organization umbrella on 127\.0\.0\.1.*read:org and repo.*Members: read/);
    },
  );

  it.each(["FORBIDDEN", "INSUFFICIENT_SCOPES"])("says which scope lets it list teams (%s)", async (type) => {
    const fault = {
      kind: "field",
      field: "Organization.teams",
      type,
      message: "Your token has not been granted",
    } as const;
    await using blind = await scene({ faults: [{ fault }] });

    const error = await failureOf(() => blind.provider.listTeams(never));

    expect(error.code).toBe("forbidden");
    expect(error.message).toMatch(/does not let this token read the teams of acme.*read:org/);
    expect(await readInventory(blind.provider)).toHaveLength(2);
  });
});

describe("one repository", () => {
  it.each([
    ["FORBIDDEN", "forbidden"],
    ["NOT_FOUND", "not-found"],
  ] as const)("keeps to itself when it is %s", async (type, code) => {
    const fault = { kind: "repository", name: "repository-01", type } as const;
    const isReading = ({ operation }: faults.EmulatedRequest) => operation !== "Inventory";
    await using part = await scene({ faults: [{ fault, when: isReading }] });
    const items = await readInventory(part.provider);

    const results = await readBlobs(part.provider, requestsFor(items, "flake.nix"));

    const [first, second] = results.map(({ outcome }) => outcome);
    expect(results).toHaveLength(2);
    expect(first?.status).toBe("text");
    expect(second).toMatchObject({ status: "failed", error: { code } });
    const [, item] = items;
    const repository = item?.status === "listed" ? item.repository : undefined;
    const error = await failureOf(async () => repository && part.provider.readTree(repository, never));
    expect(error.code).toBe(code);
    expect(error.message).toContain("acme/repository-01");
  });
});

describe("limits", () => {
  const resetAt = Date.parse("2031-02-03T04:05:00Z") / 1000;

  it.each([true, false])("says when the hourly limit starts anew (throttled: %s)", async (isThrottled) => {
    await using spent = await scene({ faults: [{ fault: faults.graphqlPrimaryLimit(resetAt) }] }, { isThrottled });

    const error = await failureOf(() => readInventory(spent.provider));

    expect(error).toMatchObject({ code: "rate-limited", isRetryable: true });
    expect(error.message).toContain("used up; it starts anew at 2031-02-03 04:05 UTC");
    expect(error.context).toEqual({ resetAt: "2031-02-03T04:05:00.000Z" });
    expect(spent.emulator.requests.counts().graphql).toBe(1);
  });

  it("recognizes it on an Enterprise Server too, where octokit does not", async () => {
    const emulator = await startGithubEmulator({
      folder: acme.folder,
      faults: [{ fault: faults.graphqlPrimaryLimit(resetAt) }],
    });
    await using spent = openScene(emulator, { restUrl: `${emulator.url}/api/v3`, isThrottled: true });

    expect((await failureOf(() => readInventory(spent.provider))).code).toBe("rate-limited");
  });

  it("recognizes it in a REST answer", async () => {
    const isRest = ({ kind }: faults.EmulatedRequest) => kind === "rest";
    await using spent = await scene({ faults: [{ fault: faults.restPrimaryLimit(resetAt), when: isRest }] });
    const [item] = await readInventory(spent.provider);
    const repository = item?.status === "listed" ? item.repository : undefined;

    const error = await failureOf(async () => repository && spent.provider.readTree(repository, never));

    expect(error.message).toContain("2031-02-03 04:05 UTC");
  });

  it("waits as long as a secondary limit asks, then goes on", async () => {
    await using busy = await scene({ faults: [{ fault: faults.secondaryLimit(1), times: 1 }] });
    const startedMs = Date.now();

    expect(await readInventory(busy.provider)).toHaveLength(2);
    expect(Date.now() - startedMs).toBeGreaterThanOrEqual(990);
  });

  it("waits for a secondary limit of REST as well", async () => {
    const isRest = ({ kind }: faults.EmulatedRequest) => kind === "rest";
    await using busy = await scene({ faults: [{ fault: faults.secondaryLimit(0), when: isRest, times: 2 }] });
    const [item] = await readInventory(busy.provider);

    const tree = item?.status === "listed" ? await busy.provider.readTree(item.repository, never) : undefined;

    expect(tree?.entries).toHaveLength(1);
  });

  it.each([true, false])("recognizes a secondary limit of status 200 (throttled: %s)", async (isThrottled) => {
    const errors = [{ type: "RATE_LIMITED", message: "You have exceeded a secondary rate limit." }];
    const response = { status: 200, headers: { "retry-after": "0" }, body: { errors } };
    await using busy = await scene({ faults: [{ fault: { kind: "respond", response }, times: 1 }] }, { isThrottled });

    expect(await readInventory(busy.provider)).toHaveLength(2);
  });

  it("waits for a secondary limit that comes after two cut connections", async () => {
    let asked = 0;
    const isCut = () => {
      asked += 1;
      return asked <= 2;
    };
    await using busy = await scene({
      faults: [
        { fault: { kind: "reset" }, when: isCut },
        { fault: faults.secondaryLimit(0), when: () => asked === 3 },
      ],
    });

    expect(await readInventory(busy.provider)).toHaveLength(2);
  });

  it("gives up on a secondary limit that asks for too long, or never ends", async () => {
    await using long = await scene({ faults: [{ fault: faults.secondaryLimit(3600) }] });
    await using endless = await scene({ faults: [{ fault: faults.secondaryLimit(0) }] });

    const error = await failureOf(() => readInventory(long.provider));

    expect(error).toMatchObject({ code: "rate-limited", isRetryable: true, context: { waitSeconds: 3600 } });
    expect(error.message).toContain("asks to wait 3600 seconds");
    expect((await failureOf(() => readInventory(endless.provider))).code).toBe("rate-limited");
    expect(endless.emulator.requests.counts().graphql).toBe(3);
  });

  it("can be stopped while it waits", async () => {
    await using busy = await scene({ faults: [{ fault: faults.secondaryLimit(60) }] });
    const controller = new AbortController();
    const reading = busy.provider.readOrganization(controller.signal);
    await vi.waitUntil(() => busy.emulator.requests.counts().graphql === 1);

    controller.abort(new Error("enough"));

    await expect(reading).rejects.toThrow("enough");
  });
});

describe("the network", () => {
  async function closedPort(): Promise<number> {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    return typeof address === "object" && address !== null ? address.port : 0;
  }

  it("says that the connection was refused, and by whom", async () => {
    const port = await closedPort();
    await using gone = await scene({}, { restUrl: `http://127.0.0.1:${port}` });

    const error = await failureOf(() => gone.provider.readOrganization(never));

    expect(error).toMatchObject({ code: "provider-unavailable", isRetryable: true, context: { code: "ECONNREFUSED" } });
    expect(error.message).toContain(`127.0.0.1:${port} cannot be reached: the connection was refused.`);
  });

  it("says that the host has no address", async () => {
    await using gone = await scene({}, { restUrl: "https://github.invalid/api/v3" });

    const error = await failureOf(() => gone.provider.readOrganization(never));

    expect(error.code).toBe("provider-unavailable");
    expect(error.message).toMatch(/^github\.invalid cannot be reached: its name could not be (found|looked up)\./);
  });

  it("says that the connection is cut again and again", async () => {
    await using shaky = await scene({ faults: [{ fault: { kind: "reset" } }] });

    const error = await failureOf(() => shaky.provider.readOrganization(never));

    expect(error.message).toContain("cannot be reached: the connection was cut.");
    expect(shaky.emulator.requests.counts().graphql).toBe(3);
  });

  it("fails the whole reading of files, not each one, when the network goes", async () => {
    await using going = await scene();
    const items = await readInventory(going.provider);
    await going.emulator.close();

    const error = await failureOf(() => readBlobs(going.provider, requestsFor(items, "flake.nix")));

    expect(error.code).toBe("provider-unavailable");
  });
});

describe("an address where no GitHub is", () => {
  it.each(Object.keys(readers))("is recognized by its answer (%s)", async (name) => {
    await using nginx = await scene({ faults: [{ fault: faults.notGithub }] });

    const error = await failureOf(async () => readers[name]?.(nginx.provider));

    expect(error.code).toBe("provider-unavailable");
    expect(error.message).toContain("did not answer like GitHub. Check GITHUB_API_URL");
  });

  it.each([
    ["a page that is not found", 404, "<html>404</html>"],
    ["GitHub's own 404, of a wrong path", 404, { message: "Not Found" }],
    ["data of another shape", 200, { data: { organization: { id: 7 } } }],
    ["an empty object", 200, {}],
    ["a list", 200, []],
    ["nothing", 200, ""],
    ["JSON that was cut", 200, '{"data":{"organization":'],
  ])("is recognized by %s", async (_, status, body) => {
    const fault = { kind: "respond", response: { status, body } } as const;
    await using strange = await scene({ faults: [{ fault }] });

    const error = await failureOf(() => strange.provider.readOrganization(never));

    expect(error.message).toContain("did not answer like GitHub");
  });

  it("that repeats the token does not bring it into a message or a cause", async () => {
    const said = { message: `bad token ${token},\nBearer ${token}` };
    const answers = [
      { status: 400, body: said },
      { status: 403, body: said },
      { status: 500, body: said },
      { status: 200, body: { data: null, errors: [said] } },
    ];
    for (const response of answers) {
      await using echo = await scene({ faults: [{ fault: { kind: "respond", response } }] });

      await failureOf(() => echo.provider.readOrganization(never));
    }
  });
});
