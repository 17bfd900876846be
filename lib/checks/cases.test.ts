import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Outcome } from "#lib/model/finding.ts";
import { checks } from "./registry.ts";
import { type CheckCase, type CheckCases, caseContext, isNever, saidOf } from "./testing/check-cases.ts";

const everyOutcome = ["pass", "fail", "unknown", "not-applicable"] as const satisfies readonly Outcome[];

const everyCases = await Promise.all(checks.map(async ({ id }) => [id, await casesOf(id)] as const));

/** The cases in the folder of a check; null where it has none. */
async function casesOf(id: string): Promise<CheckCases | null> {
  const file = new URL(`${id}/cases.ts`, import.meta.url);
  if (!existsSync(file)) return null;
  const module: { readonly cases: CheckCases } = await import(file.href);
  return module.cases;
}

/** Every case that stands under an outcome, with what the check has to say of it. */
function expectations({ outcomes }: CheckCases) {
  return everyOutcome.flatMap((outcome) => {
    const cases = outcomes[outcome];
    if (isNever(cases)) return [];
    return cases.map((one: CheckCase) => ({ one, outcome, gives: one.gives ?? { ".": outcome } }));
  });
}

describe.each(everyCases)("%s", (id, cases) => {
  it("has cases in its folder, which are its own", () => {
    expect(cases?.check.id).toBe(id);
  });

  it("has for every outcome a case that gives it, or a reason why none can", () => {
    for (const outcome of everyOutcome) {
      const under = cases?.outcomes[outcome];
      if (cases === null || under === undefined) throw new Error(`${id} has no case for ${outcome}`);
      if (isNever(under)) expect(under.never.trim()).not.toBe("");
      else expect(under.length).toBeGreaterThan(0);
    }
  });

  it("has an odd shape of a real repository that is none of its plain cases", () => {
    expect(cases?.odd.length).toBeGreaterThan(0);
    for (const { seenIn } of cases?.odd ?? []) expect(seenIn.trim()).not.toBe("");
    const texts = cases === null ? [] : [...expectations(cases).map(({ one }) => one), ...cases.odd];
    expect(new Set(texts.map((one) => JSON.stringify([one.files, one.isComplete, String(one.visibility)]))).size).toBe(
      texts.length,
    );
  });

  it.each(cases === null ? [] : expectations(cases))("gives $outcome for $one.name", ({ one, outcome, gives }) => {
    expect(Object.values(gives)).toContain(outcome);
    expect(cases && saidOf(cases.check, one)).toEqual(gives);
  });

  it.each(cases?.odd ?? [])("is not misled by $name, as in $seenIn", (one) => {
    expect(cases && saidOf(cases.check, one)).toEqual(one.gives);
  });

  it("never gives an outcome that it says it cannot give, whatever the repository", () => {
    const never = everyOutcome.filter((outcome) => cases !== null && isNever(cases.outcomes[outcome]));
    const everyCase = everyCases.flatMap(([, each]) =>
      each === null ? [] : [...expectations(each).map(({ one }) => one), ...each.odd],
    );
    const given = never.length === 0 ? [] : everyCase.flatMap((one) => cases?.check.evaluate(caseContext(one)) ?? []);

    expect(given.filter(({ outcome }) => never.includes(outcome))).toEqual([]);
  });
});
