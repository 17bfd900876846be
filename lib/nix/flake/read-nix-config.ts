import type { NixSetting } from "./parsed-flake.ts";
import type { Refusals } from "./refusals.ts";
import { describeStaticValue, type StaticAttribute, type StaticValue } from "./static-value.ts";

/**
 * readNixConfig reads the attribute `nixConfig` of a flake: strings, paths, whole numbers, Booleans, lists of strings.
 *
 * Source: Nix 2.34, src/libflake/flake.cc (readFlake).
 */
export function readNixConfig(attribute: StaticAttribute, refusals: Refusals): readonly NixSetting[] {
  if (attribute.value.kind !== "set") {
    refusals.refuse(`'nixConfig' should be a set but is ${describeStaticValue(attribute.value)}`, attribute.span);
    return [];
  }
  const settings: NixSetting[] = [];
  for (const setting of attribute.value.set.attributes()) {
    const value = settingValue(setting.value);
    const isPath = setting.value.kind === "path";
    if (value !== null) settings.push({ name: setting.name, value, isPath, ...refusals.placeOf(setting.span) });
    else {
      const found =
        setting.value.kind === "list" ? "a list of other things than strings" : describeStaticValue(setting.value);
      refusals.refuse(`the setting '${setting.name}' of 'nixConfig' is ${found}`, setting.span);
    }
  }
  return settings;
}

function settingValue(value: StaticValue): NixSetting["value"] | null {
  switch (value.kind) {
    case "string":
    case "boolean":
      return value.value;
    case "integer":
      return Number(value.value);
    case "path":
      return value.text;
    case "list":
      return strings(value.elements());
    default:
      return null;
  }
}

function strings(values: readonly StaticValue[]): readonly string[] | null {
  const found = values.flatMap((value) => (value.kind === "string" ? [value.value] : []));
  return found.length === values.length ? found : null;
}
