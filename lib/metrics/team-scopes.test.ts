import { expect, it } from "vitest";
import { createTeamScopes } from "./team-scopes.ts";

const teams = [
  { id: "top", parentId: null },
  { id: "middle", parentId: "top" },
  { id: "leaf", parentId: "middle" },
  { id: "other", parentId: null },
];

it("counts a repository for its owners and every team above them, each once", () => {
  const scopesOf = createTeamScopes(teams);

  expect([...scopesOf(["leaf", "middle"])].sort()).toEqual(["leaf", "middle", "top"]);
  expect([...scopesOf(["other"])]).toEqual(["other"]);
  expect([...scopesOf([])]).toEqual([]);
});

it("leaves out an owner that is gone, and ends where parents form a circle", () => {
  const circle = [
    { id: "one", parentId: "two" },
    { id: "two", parentId: "one" },
  ];

  expect([...createTeamScopes(teams)(["gone"])]).toEqual([]);
  expect([...createTeamScopes(circle)(["one"])].sort()).toEqual(["one", "two"]);
});
