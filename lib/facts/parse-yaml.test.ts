import { describe, expect, it } from "vitest";
import { parseYaml } from "./parse-yaml.ts";

const size = 250 * 1024;

describe("parseYaml", () => {
  it("takes `on` for text, as YAML 1.2 does", () => {
    expect(parseYaml("on: push\nyes: no\n")?.value).toEqual({ on: "push", yes: "no" });
  });

  it("reads Windows line ends, a byte order mark and JSON with tabs", () => {
    expect(parseYaml("\uFEFFa: 1\r\nb:\r\n  - c\r\n")?.value).toEqual({ a: 1, b: ["c"] });
    expect(parseYaml(`{\n\t"a": {\n\t\t"b": true\n\t}\n}\n`)?.value).toEqual({ a: { b: true } });
  });

  it("tells a file without content from one that cannot be read", () => {
    expect(parseYaml("")?.root.items).toEqual([]);
    expect(parseYaml("# on:\n#   schedule:\n")?.root.items).toEqual([]);
    expect(parseYaml("a: [")).toBeUndefined();
    expect(parseYaml("- a list\n")).toBeUndefined();
    expect(parseYaml("a:\n\tb: 1\n")).toBeUndefined();
  });

  it("resolves an alias to the last anchor of that name before it", () => {
    const file = parseYaml("a: &x 1\nb: *x\nc: &x 2\nd: *x\n");

    expect(file?.resolve(file.root.get("b", true))).toMatchObject({ value: 1 });
    expect(file?.resolve(file.root.get("d", true))).toMatchObject({ value: 2 });
  });

  it("keeps a key like __proto__ a key", () => {
    const value = parseYaml("__proto__: { polluted: true }\n")?.value;

    expect(value).not.toHaveProperty("polluted");
    expect({}).not.toHaveProperty("polluted");
  });

  it.each([
    ["a bomb of aliases", `a: &a [${"x,".repeat(9)}]\nb: &b [${"*a ,".repeat(9)}]\nc: [${"*b ,".repeat(9)}]\n`],
    ["nesting of 10,000 levels", `a: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`],
    ["nesting of 10,000 levels in one line", `a:\n ${"- ".repeat(10_000)}b\n`],
    ["a file too large", `a: ${"x".repeat(300_000)}\n`],
  ])("does not read %s", (_, text) => {
    expect(parseYaml(text)).toBeUndefined();
  });

  // Seconds, not minutes: the bound on the length is what holds these.
  it.each([
    ["keys", Array.from({ length: size / 9 }, (_, index) => `k${index}: 1`).join("\n")],
    ["quotes", '"'.repeat(size)],
    ["brackets", "[".repeat(size)],
    ["braces", "{a: ".repeat(size / 4)],
    ["question marks", "? ".repeat(size / 2)],
    ["line ends", `a:\n${"\n".repeat(size)} b`],
    [
      "anchors and aliases",
      `${Array.from({ length: size / 24 }, (_, i) => `k${i}: &a${i} 1\nl${i}: *a${i}`).join("\n")}`,
    ],
  ])("comes to an end with a file of nothing but %s", { timeout: 60_000 }, (_, text) => {
    const before = process.cpuUsage();
    parseYaml(text);
    const { user } = process.cpuUsage(before);

    expect(user / 1_000_000).toBeLessThan(10);
  });
});
