import { stringify } from "yaml";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Fix } from "#lib/model/fix.ts";
import type { FlakeFacts } from "#lib/model/flake.ts";
import { pinningNote, usedAction } from "../used-actions.ts";

/** updateWorkflow is a workflow that proposes updates of the locks of these flakes every week. */
export function updateWorkflow(flakes: readonly FlakeFacts[], facts: RepositoryFacts): Fix {
  const install = [
    { uses: "actions/checkout@v6" },
    { uses: usedAction("DeterminateSystems/determinate-nix-action@v3", facts) },
  ];
  const update = usedAction("DeterminateSystems/update-flake-lock@v28", facts);
  const jobs = Object.fromEntries(
    flakes.map(({ directory }) => [
      jobName(directory),
      {
        "runs-on": "ubuntu-latest",
        steps: [...install, { uses: update, with: inputs(directory) }],
      },
    ]),
  );
  const workflow = {
    name: "Update flake.lock",
    on: { workflow_dispatch: null, schedule: [{ cron: "17 4 * * 1" }] },
    permissions: { contents: "write", "pull-requests": "write" },
    jobs,
  };
  return {
    title: "Propose updates of flake.lock every week",
    language: "yaml",
    path: ".github/workflows/update-flake-lock.yml",
    text: stringify(workflow, { nullStr: "" }),
    note: pinningNote(
      "With the default token the proposals start no workflow: store a token of an app or a person as FLAKE_LOCK_TOKEN.",
    ),
  };
}

function inputs(directory: string): Readonly<Record<string, string>> {
  const name = directory === "." ? "flake.lock" : `${directory}/flake.lock`;
  return {
    ...(directory === "." ? {} : { "path-to-flake-dir": directory, branch: `update-${jobName(directory)}` }),
    "pr-title": `Update ${name}`,
    token: `\${{ secrets.FLAKE_LOCK_TOKEN || github.token }}`,
  };
}

function jobName(directory: string): string {
  return directory === "." ? "lock" : `lock-${directory.replaceAll(/[^a-zA-Z0-9]+/g, "-").toLowerCase()}`;
}
