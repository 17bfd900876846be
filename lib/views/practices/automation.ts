import type { FlakeCheckerUse, IntegrationFact, UpdateAutomationFact } from "#lib/model/automation-facts.ts";
import type { Evidence } from "#lib/model/evidence.ts";
import { known, type Observed } from "#lib/model/observed.ts";
import { notesOf, type PracticeCard, type PracticeContext, type PracticeItem } from "./practice.ts";

const updaterNames = {
  "update-flake-lock": "update-flake-lock",
  "update-flake-inputs": "update-flake-inputs",
  dependabot: "Dependabot",
  renovate: "Renovate",
  "renovate-lock-maintenance": "Renovate's lock file maintenance",
  "scheduled-update": "Scheduled `nix flake update`",
} as const satisfies Record<UpdateAutomationFact["kind"], string>;

const builderNames = {
  workflow: "A workflow",
  "determinate-ci": "DeterminateSystems/ci",
  garnix: "garnix",
  hercules: "Hercules CI",
  hydra: "Hydra",
  buildbot: "buildbot-nix",
  gitlab: "GitLab",
  omnix: "omnix",
} as const satisfies Record<IntegrationFact["by"], string>;

const checkerNames = {
  action: "As an action",
  hook: "As a hook",
  command: "As a command",
} as const satisfies Record<FlakeCheckerUse["by"], string>;

/** automationCard is what builds, checks and updates a repository's flakes without a person. */
export function automationCard({ facts, link }: PracticeContext): PracticeCard {
  const items = <Fact extends { readonly evidence: Evidence }>(
    observed: Observed<readonly Fact[]>,
    words: (fact: Fact) => Omit<PracticeItem, "evidence">,
  ): Observed<readonly PracticeItem[]> =>
    observed.known
      ? known(observed.value.map((fact) => ({ ...words(fact), evidence: link(fact.evidence) })))
      : observed;
  return {
    id: "automation",
    title: "Automation",
    groups: [
      {
        title: "Builds and checks",
        none: "Nothing builds or checks the flake.",
        items: items(facts.integration, ({ by }) => ({ name: builderNames[by], notes: [] })),
      },
      {
        title: "Updates inputs",
        none: "Nothing updates flake.lock by itself.",
        items: items(facts.updateAutomation, (fact) => ({ name: updaterNames[fact.kind], notes: reachNotes(fact) })),
      },
      {
        title: "flake-checker",
        none: "Nothing runs flake-checker.",
        items: items(facts.flakeChecker, ({ by, mode }) => ({
          name: checkerNames[by],
          notes: notesOf(modeWords(mode)),
        })),
      },
      {
        title: "Actions around Nix",
        none: "No workflow uses an action around Nix.",
        items: items(facts.nixActions, ({ action, ref }) => ({ name: action, notes: notesOf(ref) })),
      },
    ],
  };
}

function reachNotes({ inputs, directories, startsChecks }: UpdateAutomationFact): readonly string[] {
  return notesOf(
    inputs === null ? "every input" : `only ${inputs.join(", ")}`,
    directories === null
      ? null
      : directories.map((directory) => (directory === "." ? "the root" : directory)).join(", "),
    startsChecks === false ? "its proposals start no checks" : null,
  );
}

function modeWords(mode: FlakeCheckerUse["mode"]): string | null {
  if (mode === null) return null;
  return mode === "enforce" ? "fails the run" : "only warns";
}
