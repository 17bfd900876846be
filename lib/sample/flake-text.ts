import type { FlakeInput } from "./flake-input.ts";
import { lockText } from "./lock-text.ts";
import type { SampleFiles } from "./sample-repository.ts";

/** Outputs are attributes of a flake's outputs by name: a Nix expression, or several by their own names. */
export type Outputs = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** FlakeDescription is all that a flake of the sample says. */
export interface FlakeDescription {
  readonly description: string;
  readonly inputs: readonly FlakeInput[];
  readonly nixConfig?: Readonly<Record<string, string | readonly string[] | boolean>>;
  /** Outputs for every system; their expressions may use `pkgs` and `system`. */
  readonly outputs?: Outputs;
  /** Outputs that name their system themselves, or have none. */
  readonly systemOutputs?: Outputs;
}

/** flake is the flake.nix and the flake.lock of one description. */
export function flake(description: FlakeDescription): SampleFiles {
  return { "flake.nix": flakeText(description), "flake.lock": (asOf) => lockText(description.inputs, asOf) };
}

/** flakeText writes a flake.nix in the style of its helper library: flake-parts, flake-utils, or plain Nix. */
export function flakeText(flakeDescription: FlakeDescription): string {
  const { description, inputs, nixConfig } = flakeDescription;
  const declared = inputs.filter((input) => input.url !== null || input.follows !== null);
  const parts = [
    `description = ${quote(description)};`,
    ...(declared.length > 0 ? [`inputs = ${block(declared.map(inputText))};`] : []),
    ...(nixConfig === undefined ? [] : [`nixConfig = ${block(Object.entries(nixConfig).map(settingText))};`]),
    outputsText(flakeDescription),
  ];
  return `{\n${indent(parts.join("\n\n"))}\n}\n`;
}

function inputText({ name, url, follows, isFlake, overrides }: FlakeInput): string {
  if (follows !== null) return `${name}.follows = ${quote(follows)};`;
  const details = Object.entries(overrides).map(
    ([path, target]) => `${path.replaceAll(/[^/]+/g, "inputs.$&").replaceAll("/", ".")}.follows = ${quote(target)};`,
  );
  if (isFlake && details.length === 0) return `${name}.url = ${quote(url ?? "")};`;
  return `${name} = ${block([`url = ${quote(url ?? "")};`, ...(isFlake ? [] : ["flake = false;"]), ...details])};`;
}

function settingText([name, value]: readonly [string, string | readonly string[] | boolean]): string {
  if (typeof value === "boolean") return `${name} = ${value};`;
  return typeof value === "string" ? `${name} = ${quote(value)};` : `${name} = ${list(value.map(quote))};`;
}

function outputsText({ inputs, outputs = {}, systemOutputs = {} }: FlakeDescription): string {
  const formals = ["self", ...inputs.map((input) => input.name), "..."].join(", ");
  const head = `outputs =\n  inputs@{ ${formals} }:\n`;
  const parts = nameOf(inputs, "flake-parts");
  if (parts !== undefined) return `${head}${indent(flakePartsBody(parts, outputs, systemOutputs))};`;
  const utils = nameOf(inputs, "flake-utils");
  return `${head}${indent(utils === undefined ? plainBody(outputs, systemOutputs) : flakeUtilsBody(utils, outputs, systemOutputs))};`;
}

function nameOf(inputs: readonly FlakeInput[], repo: string): string | undefined {
  return inputs.find((input) => input.original.repo === repo)?.name;
}

function plainBody(outputs: Outputs, systemOutputs: Outputs): string {
  const forEach = Object.entries(outputs).map(
    ([name, value]) => `${name} = forEachSupportedSystem (\n  { pkgs, system }:\n${indent(valueText(value))}\n);`,
  );
  const body = block([...forEach, ...attributes(systemOutputs)]);
  if (forEach.length === 0) return body;
  return `let
  supportedSystems = [ "x86_64-linux" "aarch64-linux" "x86_64-darwin" "aarch64-darwin" ];
  forEachSupportedSystem =
    f:
    nixpkgs.lib.genAttrs supportedSystems (
      system:
      f {
        inherit system;
        pkgs = import nixpkgs { inherit system; };
      }
    );
in
${body}`;
}

function flakeUtilsBody(utils: string, outputs: Outputs, systemOutputs: Outputs): string {
  const rest = Object.keys(systemOutputs).length > 0 ? `\n// ${block(attributes(systemOutputs))}` : "";
  return `${utils}.lib.eachDefaultSystem (
  system:
  let
    pkgs = nixpkgs.legacyPackages.\${system};
  in
${indent(block(attributes(outputs)))}
)${rest}`;
}

function flakePartsBody(parts: string, outputs: Outputs, systemOutputs: Outputs): string {
  const flakeAttribute = Object.keys(systemOutputs).length > 0 ? [`flake = ${block(attributes(systemOutputs))};`] : [];
  const body = block([
    `systems = [ "x86_64-linux" "aarch64-linux" "aarch64-darwin" ];`,
    `perSystem =\n  { pkgs, system, ... }:\n${indent(block(attributes(outputs)))};`,
    ...flakeAttribute,
  ]);
  return `${parts}.lib.mkFlake { inherit inputs; } ${body}`;
}

function attributes(outputs: Outputs): readonly string[] {
  return Object.entries(outputs).flatMap(([name, value]) =>
    typeof value === "string"
      ? [`${name} = ${value};`]
      : Object.entries(value).map(([inner, expression]) => `${name}.${inner} = ${expression};`),
  );
}

function valueText(value: Outputs[string]): string {
  return typeof value === "string" ? value : block(attributes(value));
}

/** block is a Nix attribute set of these bindings. */
export function block(bindings: readonly string[]): string {
  return bindings.length === 0 ? "{ }" : `{\n${indent(bindings.join("\n"))}\n}`;
}

/** list is a Nix list of these expressions. */
export function list(items: readonly string[]): string {
  return items.length === 0 ? "[ ]" : `[\n${indent(items.join("\n"))}\n]`;
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}

function quote(text: string): string {
  return JSON.stringify(text);
}
