import { stringify } from "yaml";
import type { Fix } from "#lib/model/fix.ts";
import type { CheckContext, CheckResult } from "../check.ts";
import { mainFlakes } from "../subjects.ts";
import { pinningNote, usedAction } from "../used-actions.ts";

/** fix is a workflow that checks every flake of this repository on each change. */
export function fix({ facts }: CheckContext, { outcome }: CheckResult): Fix | null {
  if (outcome !== "fail") return null;
  const steps = mainFlakes(facts).map(({ directory }) => ({
    run:
      directory === "."
        ? "nix flake check --print-build-logs"
        : `nix flake check --print-build-logs ./${quoted(directory)}`,
  }));
  const workflow = {
    name: "Check",
    on: { pull_request: null, push: { branches: ["main"] } },
    permissions: { contents: "read" },
    jobs: {
      check: {
        "runs-on": "ubuntu-latest",
        steps: [
          { uses: "actions/checkout@v6" },
          { uses: usedAction("DeterminateSystems/determinate-nix-action@v3", facts) },
          ...steps,
        ],
      },
    },
  };
  return {
    title: "Check the flake on every change",
    language: "yaml",
    path: ".github/workflows/check.yml",
    text: stringify(workflow, { nullStr: "" }),
    note: pinningNote("Put your default branch in place of main."),
  };
}

/** A folder's name as a word for the shell. */
function quoted(directory: string): string {
  return /^[\w./-]+$/.test(directory) ? directory : `'${directory.replaceAll("'", `'\\''`)}'`;
}
