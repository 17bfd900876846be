import { describe, expect, it } from "vitest";
import { type SavedView, viewsMax, viewsOfPageMax } from "#lib/model/saved-view.ts";
import { planRemove, planRename, planSave } from "./saved-views.ts";

const stale: SavedView = { id: "1", page: "repositories", query: "sort=age.desc&team=payments", name: "Stale" };

function viewsOn(page: string, count: number): readonly SavedView[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${index}`,
    page,
    query: `q=${index}`,
    name: `V${index}`,
  }));
}

describe("planSave", () => {
  it("keeps what the page knows, under a name without spare spaces, and says so in the record", () => {
    const form = { name: "  Team  payments ", page: "repositories", query: "?utm=1&team=payments&page=2" };
    expect(planSave([], form)).toEqual({
      change: { kind: "add", page: "repositories", query: "team=payments", name: "Team payments" },
      summary: "Saved the view “Team payments” of repositories: team=payments",
    });
  });

  it.each([
    [{ name: "stale" }, "There is a view “Stale” on this page already."],
    [{ query: "team=payments&sort=age.desc" }, "“Stale” shows exactly this already."],
    [{ name: " " }, "Give it a name."],
    [{ name: "a".repeat(61) }, "A name has 60 characters at most."],
    [{ name: "pay\u202etsil" }, "The name holds characters that cannot be seen."],
    [{ query: "page=2&utm=1" }, "There is nothing to keep yet: filter, sort or choose something first."],
    [{ page: "settings" }, "What this page shows cannot be kept under a name."],
    [{ page: "../../api/health" }, "What this page shows cannot be kept under a name."],
    [{ query: `q=${"é".repeat(200)}` }, "This asks for more than a view can keep. Ask for less."],
  ])("refuses %j in words", (changes, message) => {
    const form = { name: "New", page: "repositories", query: "q=ledger", ...changes };
    expect(() => planSave([stale], form)).toThrow(message);
  });

  it("lets the same name and the same query stand on another page", () => {
    expect(planSave([stale], { name: "Stale", page: "teams", query: "sort=age.desc" }).change.kind).toBe("add");
  });

  it("keeps no more than a page, and an organization, can show", () => {
    const form = { name: "New", page: "repositories", query: "q=ledger" };
    expect(() => planSave(viewsOn("repositories", viewsOfPageMax), form)).toThrow("This page has 20 views already");
    expect(() => planSave(viewsOn("teams", viewsMax), form)).toThrow("The organization has 200 views already");
    expect(planSave(viewsOn("repositories", viewsOfPageMax - 1), form).change.kind).toBe("add");
  });
});

describe("planRename and planRemove", () => {
  it("rename a view, in another spelling of its own name too, but not to another's", () => {
    const views = [stale, { ...stale, id: "2", query: "q=a", name: "Fresh" }];
    expect(planRename(views, "1", "STALE").summary).toBe("Renamed the view “Stale” of repositories to “STALE”.");
    expect(() => planRename(views, "1", "fresh")).toThrow("There is a view “Fresh” on this page already.");
  });

  it("say that a view is gone", () => {
    expect(() => planRename([], "1", "Fresh")).toThrow("This view is not here any more.");
    expect(() => planRemove([], "1")).toThrow("This view is not here any more.");
  });
});
