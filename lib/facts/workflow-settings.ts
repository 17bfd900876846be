import { nixCommands } from "./nix-commands.ts";
import { confSettings, type NixSetting, settingName, settingValue } from "./nix-setting.ts";
import type { Workflow } from "./workflow.ts";
import type { WorkflowStep } from "./workflow-step.ts";

// The inputs under which the actions that install Nix take lines of nix.conf.
const confInputs: readonly string[] = [
  "extra_nix_config",
  "extra-conf",
  "extra-nix-conf",
  "nix_conf",
  "extra-nix-config",
];

// The inputs under which actions and workflows of others are given a script to run, as those of hyprwm are.
const scriptInputs: readonly string[] = ["command", "commands", "cmd", "run", "script"];

/** Settings that mean something to a script; other words before a `=` are variables of the shell. */
const scriptSettings: ReadonlySet<string> = new Set([
  "substituters",
  "trusted-substituters",
  "trusted-public-keys",
  "trusted-users",
  "accept-flake-config",
  "sandbox",
  "require-sigs",
  "post-build-hook",
]);

/**
 * workflowSettings are the settings of Nix that a workflow makes: in the inputs of the actions that install it, in
 * NIX_CONFIG, in the options of its commands, and in the lines that a script writes into nix.conf.
 */
export function workflowSettings({ steps }: Workflow): readonly NixSetting[] {
  return steps.flatMap((step) => {
    const { evidence } = step;
    const texts = [...confInputs.map((input) => step.with.get(input)), step.env.get("NIX_CONFIG")];
    return [
      ...texts.flatMap((text) => confSettings(text ?? "", "workflow", () => evidence)),
      ...commandSettings(step, evidence),
      ...writtenSettings(step, evidence),
    ];
  });
}

function commandSettings(step: WorkflowStep, evidence: NixSetting["evidence"]): readonly NixSetting[] {
  const scripts = [step.run, ...scriptInputs.map((input) => step.with.get(input))];
  const commands = scripts.flatMap((script) => nixCommands(script ?? ""));
  return commands.flatMap((words) => optionsOf(words).map((option) => ({ ...option, evidence })));
}

/** `--option name value`, `--name value`, and for a Boolean setting `--name` or `--no-name`. */
function optionsOf(words: readonly string[]): readonly Omit<NixSetting, "evidence">[] {
  return words.flatMap((word, index) => {
    const isNamed = word === "--option";
    const written = isNamed ? (words[index + 1] ?? "") : word.replace(/^--(?:no-)?/, "");
    const setting = settingName(written);
    if (!(isNamed || word.startsWith("--")) || !scriptSettings.has(setting.name)) return [];
    const value = booleanSettings.has(setting.name) && !isNamed ? String(!word.startsWith("--no-")) : undefined;
    const given = value ?? words[index + (isNamed ? 2 : 1)] ?? "";
    return [{ ...setting, ...settingValue([given]), source: "workflow" as const }];
  });
}

const booleanSettings: ReadonlySet<string> = new Set(["accept-flake-config", "sandbox", "require-sigs"]);

/** A line of a script that is a line of nix.conf, echoed or in a here-document. */
function writtenSettings({ run }: WorkflowStep, evidence: NixSetting["evidence"]): readonly NixSetting[] {
  const lines = (run ?? "")
    .split(/\r?\n/)
    .map((line) =>
      line.replace(/^\s*(?:sudo\s+)?(?:echo|printf)\s+(?:-e\s+)?/, "").replace(/^["']|["'](?:\s*[|>].*)?$/g, ""),
    );
  return confSettings(lines.join("\n"), "workflow", () => evidence).filter(({ name }) => scriptSettings.has(name));
}
