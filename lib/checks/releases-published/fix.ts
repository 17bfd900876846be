import { stringify } from "yaml";
import type { Fix } from "#lib/model/fix.ts";
import type { CheckContext, CheckResult } from "../check.ts";
import { mainFlakes } from "../subjects.ts";
import { pinningNote, usedAction } from "../used-actions.ts";

/**
 * fix is a workflow that publishes a rolling release of every push to the flakes of this repository: private, as the
 * practices advise, unless the repository is public already.
 */
export function fix({ facts, repository }: CheckContext, { outcome }: CheckResult): Fix | null {
  if (outcome !== "fail") return null;
  const visibility = repository.visibility === "public" ? "public" : "private";
  const steps = mainFlakes(facts).map(({ directory }) => ({
    uses: usedAction("DeterminateSystems/flakehub-push@v6", facts),
    with: { visibility, rolling: true, ...(directory === "." ? {} : { directory }) },
  }));
  const workflow = {
    name: "Publish to FlakeHub",
    on: { push: { branches: ["main"] } },
    jobs: {
      publish: {
        "runs-on": "ubuntu-latest",
        permissions: { "id-token": "write", contents: "read" },
        steps: [
          { uses: "actions/checkout@v6" },
          { uses: usedAction("DeterminateSystems/determinate-nix-action@v3", facts) },
          ...steps,
        ],
      },
    },
  };
  return {
    title: "Publish a rolling release of every push",
    language: "yaml",
    path: ".github/workflows/flakehub-publish.yml",
    text: stringify(workflow),
    note: pinningNote("Put your default branch in place of main. Several flakes need a `name` each."),
  };
}
