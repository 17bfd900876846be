import { describe, expect, it } from "vitest";
import { nextReading } from "./next-reading.tsx";

const resource = (url: string) => ({ title: url, url });

describe("nextReading", () => {
  it("helps with three checks before it helps thrice with one, and names nothing twice", () => {
    const checks = [
      { resources: [resource("a1"), resource("a2"), resource("a3")] },
      { resources: [resource("a1"), resource("b2")] },
      { resources: [resource("c1")] },
    ];

    expect(nextReading(checks).map((each) => each.url)).toEqual(["a1", "c1", "a2"]);
  });

  it("has nothing to read when nothing fails", () => {
    expect(nextReading([])).toEqual([]);
  });
});
