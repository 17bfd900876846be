import { expect, it } from "vitest";
import { orderHistory } from "./order-history.ts";

function commit(name: string, day: number) {
  return { commit: name, committedAt: `2026-01-${String(day).padStart(2, "0")}T00:00:00.000Z` };
}

it("joins the paths' histories by date, each commit once, oldest first", () => {
  const ordered = orderHistory([
    [commit("c", 5), commit("a", 1)],
    [commit("c", 5), commit("b", 3)],
  ]);

  expect(ordered).toEqual([commit("a", 1), commit("b", 3), commit("c", 5)]);
});

it("never puts a child before its parent, whatever their clocks said", () => {
  const ordered = orderHistory([[commit("child", 2), commit("parent", 9), commit("first", 1)]]);

  expect(ordered).toEqual([commit("first", 1), commit("parent", 9), commit("child", 9)]);
});
