import { staticString } from "#lib/nix/language/static-string.ts";
import type { Expression } from "#lib/nix/language/syntax-tree.ts";
import { nodesOf } from "#lib/nix/language/walk.ts";
import { attributeBindings, calleeName, type PathBinding, passedArguments } from "./attribute-bindings.ts";
import { confSettings, type NixSetting, settingName, settingValue } from "./nix-setting.ts";
import type { NixSource } from "./nix-sources.ts";

// Options of NixOS before 22.05, when `nix.settings` came.
const formerOptions = new Map([
  ["binaryCaches", "substituters"],
  ["trustedBinaryCaches", "trusted-substituters"],
  ["binaryCachePublicKeys", "trusted-public-keys"],
  ["trustedUsers", "trusted-users"],
  ["useSandbox", "sandbox"],
  ["requireSignedBinaryCaches", "require-sigs"],
]);

/**
 * moduleSettings are the settings of Nix that a module of NixOS, nix-darwin or Home Manager makes: `nix.settings`,
 * `nix.extraOptions`, and the options that they had before. Whether a machine uses the module is not asked.
 */
export function moduleSettings({ path, text, expression }: NixSource): readonly NixSetting[] {
  const settings: NixSetting[] = [];
  for (const binding of attributeBindings(expression)) {
    const place = () => ({ path, line: text.positionAt(binding.start).line });
    const option = binding.path.at(-1) ?? "";
    if (endsIn(binding, "nix", "extraOptions")) {
      settings.push(...confSettings(literalText(binding.value), "module", place));
    }
    const written = endsIn(binding, "nix", "settings", option)
      ? option
      : endsIn(binding, "nix", option)
        ? formerOptions.get(option)
        : undefined;
    if (written === undefined || written === "*" || isDeclaration(binding)) continue;
    const setting = { ...settingName(written), ...assignedValue(binding.value) };
    if (setting.name === "sandbox" && isForDarwin(binding, expression)) continue;
    settings.push({ ...setting, source: "module", evidence: place() });
  }
  return settings;
}

function endsIn({ path }: PathBinding, ...names: readonly string[]): boolean {
  const from = path.length - names.length;
  return from >= 0 && names.every((name, index) => path[from + index] === name);
}

/** An option that is declared, `options.nix.settings.x = mkOption { … }`, is not set. */
function isDeclaration({ path }: PathBinding): boolean {
  return path.includes("options");
}

/** What only macOS gets, `lib.optionalAttrs isDarwin { … }`: there the sandbox is off unless somebody asks for it. */
function isForDarwin({ start }: PathBinding, expression: Expression): boolean {
  for (const node of nodesOf(expression)) {
    if (node.kind !== "application" || start < node.start || start >= node.end) continue;
    const [condition] = node.arguments;
    const passes = passedArguments(node) !== undefined && node.arguments.length > 1;
    if (passes && condition !== undefined && calleeName(condition) === "isDarwin") return true;
  }
  return false;
}

/** The text of a string, with `$` for what is computed in it; of functions of the module system, what they pass on. */
function literalText(expression: Expression): string {
  if (expression.kind === "application") return (passedArguments(expression) ?? []).map(literalText).join("\n");
  if (expression.kind !== "string" && expression.kind !== "indented-string") return "";
  return expression.parts.map((part) => (part.kind === "text" ? part.value : "$")).join("");
}

function assignedValue(root: Expression): Pick<NixSetting, "words" | "isComputed"> {
  const texts: string[] = [];
  // `a ++ b ++ …` may be as long as the file, so that this must not recurse.
  const pending: Expression[] = [root];
  for (let value = pending.pop(); value; value = pending.pop()) {
    const text = scalarText(value);
    if (text !== undefined) texts.push(text);
    else if (value.kind === "list") pending.push(...value.elements.toReversed());
    else if (value.kind === "binary" && value.operator === "++") pending.push(value.right, value.left);
    else if (value.kind === "with") pending.push(value.body);
    else if (value.kind === "application") pending.push(...(passedArguments(value) ?? [computed]));
    else texts.push("$");
  }
  return settingValue(texts);
}

const computed: Expression = { kind: "error", start: 0, end: 0 };

function scalarText(value: Expression): string | undefined {
  if (value.kind === "identifier" && (value.name === "true" || value.name === "false")) return value.name;
  if (value.kind === "integer") return value.value.toString();
  return staticString(value);
}
