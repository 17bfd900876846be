import { describe, expect, it } from "vitest";
import { parseNewResource } from "./new-resource.ts";

function form(changes: Readonly<Record<string, string | readonly string[]>> = {}): FormData {
  const fields = {
    title: " How we do Nix ",
    url: "https://wiki.example/nix",
    kind: "guide",
    level: "start",
    theme: "knowledge",
    summary: "Start with our own template.",
    minutes: "",
    checks: ["flake-present"],
    ...changes,
  };
  const data = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === "string" ? [value] : value) data.append(name, one);
  return data;
}

describe("parseNewResource", () => {
  it("reads a whole form, with unknown minutes as unknown", () => {
    expect(parseNewResource(form())).toEqual({
      resource: {
        title: "How we do Nix",
        url: "https://wiki.example/nix",
        kind: "guide",
        level: "start",
        theme: "knowledge",
        stages: [],
        checks: ["flake-present"],
        summary: "Start with our own template.",
        minutes: null,
      },
    });
  });

  it.each([
    ["javascript:alert(1)", "The address has to begin with https:// and be whole."],
    ["http://wiki.example", "The address has to begin with https:// and be whole."],
    ["https://", "The address has to begin with https:// and be whole."],
  ])("refuses the address %s", (url, problem) => {
    expect(parseNewResource(form({ url }))).toEqual({ problem });
  });

  it.each([
    [{ minutes: "1.5" }, "The minutes are a whole number."],
    [{ minutes: "0" }, "The minutes are a whole number."],
    [{ minutes: "soon" }, "The minutes are a whole number."],
    [{ checks: ["flake-present", "__proto__"] }, "One of the checks does not exist any more."],
    [{ kind: "rumour" }, "Choose what it is."],
    [{ stages: ["orbit"] }, "One of the stages is not known."],
    [{ title: "x".repeat(121) }, "The title may have 120 characters."],
  ])("says what is wrong with %o", (changes, problem) => {
    expect(parseNewResource(form(changes))).toEqual({ problem });
  });

  it("says all problems of an empty form at once", () => {
    const outcome = parseNewResource(new FormData());

    expect(outcome).toHaveProperty("problem");
    expect(JSON.stringify(outcome)).toContain("Choose a theme.");
    expect(JSON.stringify(outcome)).toContain("Choose whom it suits.");
  });
});
