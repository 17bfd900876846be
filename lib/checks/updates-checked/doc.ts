import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Proposed updates are checked",
  why: "A proposal that no workflow has built is merged blind, or waits until somebody builds it by hand.",
  how: "Looks at the token that the update action is given. GitHub starts no workflow for what a workflow pushes with its own default token; Dependabot and Renovate act as apps of their own.",
  limits:
    "It does not see what else may start the checks, as closing and opening the proposal by hand, nor what a hand-made workflow pushes with.",
  remediation: "Give the update action a token of a GitHub App, or of a person, as its `token`.",
};
