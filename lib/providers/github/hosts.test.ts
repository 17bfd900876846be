import { describe, expect, it } from "vitest";
import { AppError } from "#lib/errors/app-error.ts";
import { parseGithubHost } from "./hosts.ts";

describe("parseGithubHost", () => {
  it.each([
    ["https://api.github.com", "https://api.github.com/graphql", "github.com"],
    ["https://api.github.com/", "https://api.github.com/graphql", "github.com"],
    ["https://git.acme.example/api/v3", "https://git.acme.example/api/graphql", "git.acme.example"],
    ["https://git.acme.example/api/v3/", "https://git.acme.example/api/graphql", "git.acme.example"],
    ["https://api.acme.ghe.com", "https://api.acme.ghe.com/graphql", "api.acme.ghe.com"],
    ["http://127.0.0.1:4000", "http://127.0.0.1:4000/graphql", "127.0.0.1:4000"],
    ["http://localhost:4000/api/v3", "http://localhost:4000/api/graphql", "localhost:4000"],
    ["http://[::1]:4000", "http://[::1]:4000/graphql", "[::1]:4000"],
  ])("knows the GraphQL address of %s", (restUrl, graphqlUrl, name) => {
    expect(parseGithubHost(restUrl)).toMatchObject({ graphqlUrl, name });
  });

  it("takes another GraphQL address when it is given", () => {
    expect(parseGithubHost("https://proxy.example/rest", "https://proxy.example/query").graphqlUrl).toBe(
      "https://proxy.example/query",
    );
  });

  it.each([
    "http://git.acme.example/api/v3",
    "http://127.0.0.1.evil.example",
    "http://localhost.evil.example",
    "ftp://api.github.com",
    "api.github.com",
    "",
    "https://user:password@api.github.com",
    "https://api.github.com?access_token=x",
  ])("refuses to send a token to %s", (restUrl) => {
    expect(() => parseGithubHost(restUrl)).toThrow(expect.objectContaining({ name: "AppError", code: "config" }));
    expect(() => parseGithubHost("https://api.github.com", restUrl)).toThrow(AppError);
  });

  it("does not repeat a password that stood in the address", () => {
    expect(() => parseGithubHost("https://user:hunter2@api.github.com")).not.toThrow(/hunter2/);
  });
});
