import { describe, expect, it } from "vitest";
import { defaultPolicy, type Policy } from "#lib/model/policy.ts";
import { isPolicyField, policyParts, readPolicyTexts } from "./policy-text.ts";

const changed: Policy = {
  ...defaultPolicy,
  nixpkgsAgeDaysMax: 45,
  rolesByPath: [
    { pattern: "lab/**", role: "example" },
    { pattern: "a=b/*", role: "test" },
  ],
  excludedRepositories: ["*-archive", "scratch"],
  ownership: { mapping: [{ repositories: "pay-*", teamSlugs: ["payments", "data"] }], propertyNames: ["team"] },
};

describe("a field of the policy as text", () => {
  it.each([defaultPolicy, changed])("is read back as it was written", (policy) => {
    const fields = Object.keys(policy).filter(isPolicyField);
    expect(fields).toHaveLength(12);
    for (const field of fields) {
      const texts = new Map(policyParts(field, policy).map(({ name, text }) => [name, text]));
      expect(readPolicyTexts(field, texts)).toEqual(policy[field]);
    }
  });

  it("passes over empty lines and the line ends of other systems", () => {
    const texts = new Map([["value", "\r\n cache.acme.example \r\n\r\nattic.acme.example\r\n"]]);
    expect(readPolicyTexts("approvedCaches", texts)).toEqual(["cache.acme.example", "attic.acme.example"]);
  });

  it("never takes nothing for the number zero, nor a line without its sign for a pair", () => {
    expect(readPolicyTexts("inputAgeDaysMax", new Map([["value", " "]]))).toBe("");
    expect(readPolicyTexts("rolesByPath", new Map([["value", "lab/**"]]))).toEqual([{ pattern: "lab/**", role: "" }]);
  });

  it("knows a field by its name only", () => {
    expect(["constructor", "asOf", "checksOff", "ownership"].map(isPolicyField)).toEqual([false, false, false, true]);
  });
});
