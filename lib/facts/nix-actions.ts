import type { NixActionFact } from "#lib/model/automation-facts.ts";
import { known, type Observed, unknown } from "#lib/model/observed.ts";
import { holdsSteps } from "./local-actions.ts";
import { type FactFamily, unreadReason } from "./snapshot-files.ts";
import { readWorkflows } from "./workflows.ts";

/** installerActions put Nix on a runner. */
export const installerActions: ReadonlySet<string> = new Set([
  "determinatesystems/determinate-nix-action",
  "determinatesystems/nix-installer-action",
  "cachix/install-nix-action",
  "nixos/nix-installer-action",
  "nixbuild/nix-quick-install-action",
  "samueldr/lix-gha-installer-action",
]);

const otherActions: ReadonlySet<string> = new Set([
  "determinatesystems/ci",
  "determinatesystems/flake-checker-action",
  "determinatesystems/nix-flake-checker-action",
  "determinatesystems/flakehub-cache-action",
  "determinatesystems/flakehub-push",
  "determinatesystems/magic-nix-cache-action",
  "determinatesystems/update-flake-lock",
  "cachix/cachix-action",
  "davhau/update-flake-lock",
  "flakestry/flakestry-publish",
  "mic92/update-flake-inputs",
  "mic92/update-flake-inputs-gitea",
  "nicknovitski/nix-develop",
  "nix-community/cache-nix-action",
  "nixbuild/nixbuild-action",
  "rrbutani/use-nix-shell-action",
  "ryanccn/attic-action",
  "wimpysworld/nothing-but-nix",
]);

/**
 * nixActions observes which actions around Nix the workflows use, and at which ref: they install what everything else is
 * built with, and see its tokens. Unknown where not every workflow could be read: what was not seen may be another.
 */
export const nixActions: FactFamily<Observed<readonly NixActionFact[]>> = {
  wants: (path) => (holdsSteps(path) ? "needed" : "none"),

  extract(files) {
    const { workflows, unreadable } = readWorkflows(files);
    const facts = workflows.flatMap(({ steps }) =>
      steps.flatMap(({ uses, ref, evidence }): readonly NixActionFact[] => {
        const action = uses?.split("/", 2).join("/") ?? "";
        const isOfNix = installerActions.has(action) || otherActions.has(action);
        return isOfNix ? [{ action, ref, evidence }] : [];
      }),
    );
    const reason = unreadReason(files, unreadable.length > 0);
    return reason === null ? known(facts) : unknown(reason);
  },
};
