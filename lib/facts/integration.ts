import { isMap, isScalar, isSeq } from "yaml";
import type { IntegrationFact } from "#lib/model/automation-facts.ts";
import { known, type Observed, unknown } from "#lib/model/observed.ts";
import { attributeBindings } from "./attribute-bindings.ts";
import { holdsSteps } from "./local-actions.ts";
import { installerActions } from "./nix-actions.ts";
import { buildsWithNix } from "./nix-commands.ts";
import { parseYaml } from "./parse-yaml.ts";
import { readFlakes } from "./read-flakes.ts";
import { type FactFamily, isFile, type SnapshotFiles, textOf, unreadReason } from "./snapshot-files.ts";
import type { Workflow } from "./workflow.ts";
import type { WorkflowStep } from "./workflow-step.ts";
import { readWorkflows } from "./workflows.ts";

const determinateCi = "determinatesystems/ci/.github/workflows/workflow.yml";
const gitlabPath = ".gitlab-ci.yml";

/** Actions whose step enters the development environment of the flake. */
const environments: ReadonlySet<string> = new Set(["nicknovitski/nix-develop", "rrbutani/use-nix-shell-action"]);

/** Files of services that build a flake as soon as they see them. */
const services: readonly (readonly [path: string, by: IntegrationFact["by"]])[] = [
  ["garnix.yaml", "garnix"],
  ["buildbot-nix.toml", "buildbot"],
  ["om.yaml", "omnix"],
  [".hydra/project.json", "hydra"],
];

/**
 * integration observes what builds, checks or enters a flake without a person: workflows, and the files of services. What
 * the outputs of flakes show (Hydra, Hercules) stands there. A workflow that only installs Nix integrates nothing.
 *
 * Unknown where none was found and one may be hidden: in a file that could not be read, in a workflow or an action from
 * elsewhere, in a script that runs after Nix was installed, or behind an output that a flake names for a service.
 */
export const integration: FactFamily<Observed<readonly IntegrationFact[]>> = {
  wants: (path) => (holdsSteps(path) || path === gitlabPath ? "needed" : "none"),

  extract(files) {
    const { workflows, unreadable } = readWorkflows(files);
    const facts = [...workflows.flatMap(integrationOf), ...serviceFacts(files), ...gitlabFact(files)];
    if (facts.length > 0) return known(facts);
    const reason = unreadReason(files, unreadable.length > 0);
    if (reason !== null) return unknown(reason);
    return workflows.some(mayIntegrate) || namesServiceOutput(files) ? unknown("not-read") : known([]);
  },
};

/** One line a workflow: the first step that builds. */
function integrationOf({ steps }: Workflow): readonly IntegrationFact[] {
  const step = steps.find((one) => one.uses === determinateCi || builds(one));
  if (step === undefined) return [];
  return [{ by: step.uses === determinateCi ? "determinate-ci" : "workflow", evidence: step.evidence }];
}

function builds({ uses, run, shell }: WorkflowStep): boolean {
  if (uses !== null) return environments.has(uses);
  return run !== null && (buildsWithNix(run) || (shell !== null && buildsWithNix(shell)));
}

function mayIntegrate({ steps }: Workflow): boolean {
  const isHidden = steps.some(
    ({ uses }) =>
      uses !== null &&
      ((uses.startsWith("./") && !uses.startsWith("./.github/workflows/")) ||
        (!uses.startsWith("./") && uses.includes("/.github/workflows/"))),
  );
  const installsNix = steps.some(({ uses }) => uses !== null && installerActions.has(uses));
  return isHidden || (installsNix && steps.some(({ run }) => run !== null));
}

// Outputs that Hercules CI and Hydra build.
const serviceOutputs: ReadonlySet<string> = new Set(["herculesCI", "hydraJobs"]);

/** Also where the outputs cannot be evaluated: `partitionedAttrs.herculesCI = "dev"` in a flake that is its own library. */
function namesServiceOutput(files: SnapshotFiles): boolean {
  return readFlakes(files).some(
    ({ role, content }) =>
      role === "main" &&
      content.status === "parsed" &&
      attributeBindings(content.flake.expression).some(({ path }) => path.some((name) => serviceOutputs.has(name))),
  );
}

function serviceFacts(files: SnapshotFiles): readonly IntegrationFact[] {
  return services.flatMap(([path, by]) => (isFile(files.entries.get(path)) ? [{ by, evidence: { path } }] : []));
}

function gitlabFact(files: SnapshotFiles): readonly IntegrationFact[] {
  const text = textOf(files, gitlabPath);
  const file = text.known ? parseYaml(text.value) : undefined;
  for (const { value } of file?.root.items ?? []) {
    const job = file?.resolve(value);
    const script = isMap(job) ? file?.resolve(job.get("script", true)) : undefined;
    const commands = (isSeq(script) ? script.items : [script]).flatMap((item) =>
      isScalar(item) ? [String(item.value)] : [],
    );
    if (file !== undefined && isMap(job) && commands.some(buildsWithNix)) {
      return [{ by: "gitlab", evidence: { path: gitlabPath, line: file.lineOf(job) } }];
    }
  }
  return [];
}
