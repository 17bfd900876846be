import { describe, expect, it } from "vitest";
import { isLocalHost } from "./host.ts";

describe("isLocalHost", () => {
  it.each(["127.0.0.1:3000", "localhost", "LOCALHOST:80", "[::1]:3000"])("takes %s for this machine", (header) => {
    expect(isLocalHost(header)).toBe(true);
  });

  it.each([
    null,
    "",
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example:3000",
    "127.0.0.1@evil.example",
    "10.0.0.1",
  ])("refuses %s", (header) => {
    expect(isLocalHost(header)).toBe(false);
  });
});
