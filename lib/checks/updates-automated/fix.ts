import { stringify } from "yaml";
import type { Fix } from "#lib/model/fix.ts";
import type { FlakeFacts } from "#lib/model/flake.ts";
import type { CheckContext, CheckResult } from "../check.ts";
import { directInputs } from "../direct-inputs.ts";
import { updatableKind } from "../updates-reach-inputs/reach.ts";
import { updateWorkflow } from "./update-workflow.ts";

/**
 * fix is what updates the locks of all flakes of this repository: a Dependabot block where Dependabot reaches every
 * input, the workflow of update-flake-lock where it does not, as with FlakeHub.
 */
export function fix({ facts }: CheckContext, { outcome }: CheckResult): Fix | null {
  if (outcome !== "fail") return null;
  const inputs = directInputs(facts);
  const flakes = [...new Set(inputs.map(({ flake }) => flake))];
  if (flakes.length === 0) return null;
  const isReached = inputs.every(({ input }) => ["branch", "channel", "indirect"].includes(updatableKind(input)));
  return isReached ? dependabotBlock(flakes) : updateWorkflow(flakes, facts);
}

function dependabotBlock(flakes: readonly FlakeFacts[]): Fix {
  const directories = flakes.map(({ directory }) => (directory === "." ? "/" : `/${directory}`));
  const place = directories.length === 1 ? { directory: directories[0] } : { directories };
  const entry = { "package-ecosystem": "nix", ...place, schedule: { interval: "weekly" } };
  return {
    title: "Let Dependabot update the inputs",
    language: "yaml",
    path: ".github/dependabot.yml",
    text: stringify({ version: 2, updates: [entry] }),
    note: "Where the file exists already, add the entry under its `updates`.",
  };
}
