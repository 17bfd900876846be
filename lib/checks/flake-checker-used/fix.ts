import { stringify } from "yaml";
import type { Fix } from "#lib/model/fix.ts";
import type { CheckContext, CheckResult } from "../check.ts";
import { lockPath, mainFlakes } from "../subjects.ts";
import { pinningNote, usedAction } from "../used-actions.ts";

/** fix is a workflow that runs flake-checker over the locks of this repository whenever one changes, and once a week. */
export function fix({ facts }: CheckContext, { outcome }: CheckResult): Fix | null {
  if (outcome !== "fail") return null;
  const locks = mainFlakes(facts)
    .filter(({ lock }) => lock.status === "ok")
    .map(lockPath);
  if (locks.length === 0) return null;
  const steps = locks.map((path) => ({
    uses: usedAction("DeterminateSystems/flake-checker-action@v12", facts),
    with: { "flake-lock-path": path },
  }));
  const workflow = {
    name: "Check flake.lock",
    on: { pull_request: { paths: locks }, schedule: [{ cron: "17 5 * * 1" }] },
    permissions: { contents: "read" },
    jobs: { check: { "runs-on": "ubuntu-latest", steps: [{ uses: "actions/checkout@v6" }, ...steps] } },
  };
  return {
    title: "Run flake-checker whenever a lock changes",
    language: "yaml",
    path: ".github/workflows/flake-checker.yml",
    text: stringify(workflow),
    note: pinningNote("It warns; `fail-mode: true` makes it fail."),
  };
}
