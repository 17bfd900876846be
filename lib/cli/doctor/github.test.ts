import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { checkClock } from "./github.ts";

describe("the clock that the doctor compares with GitHub's", () => {
  let date: () => string | null = () => null;
  const server = createServer((_, response) => {
    response.sendDate = false;
    const told = date();
    if (told !== null) response.setHeader("date", told);
    response.end();
  });
  const inSeconds = (seconds: number) => () => new Date(Date.now() + seconds * 1_000).toUTCString();

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    vi.stubEnv("GITHUB_API_URL", `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
    vi.stubEnv("GITHUB_TOKEN", "token-of-acme");
  });

  afterAll(() => {
    vi.unstubAllEnvs();
    server.close();
  });

  it("agrees within half a minute", async () => {
    date = inSeconds(5);
    expect(await checkClock()).toBe("agrees with GitHub's");
  });

  it.each([
    [600, /^It is (599|60\d) s behind GitHub's\. Have this machine keep time by NTP\.$/],
    [-600, /^It is (599|60\d) s ahead of GitHub's\. Have this machine keep time by NTP\.$/],
  ])("is wrong when GitHub's differs by %d s, and it is said how to mend that", async (seconds, words) => {
    date = inSeconds(seconds);
    await expect(checkClock()).rejects.toMatchObject({ code: "config", message: expect.stringMatching(words) });
  });

  it("is not compared where no time is told", async () => {
    date = () => null;
    expect(await checkClock()).toBe("not compared, because GitHub does not tell the time");
  });

  it("cannot be compared where nobody answers", async () => {
    await new Promise((resolve) => server.close(resolve));
    await expect(checkClock()).rejects.toMatchObject({ code: "provider-unavailable" });
  });
});
