import { execFileSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parseFlake } from "./parse-flake.ts";
import type { FlakeInput, InputOverride, ParsedFlake } from "./parsed-flake.ts";

/**
 * compare-with-nix asks Nix about every `flake.nix` (and `*.flake.nix`) below some folders and reports where we differ:
 * whether the flake is accepted, and what `description`, `inputs` and `nixConfig` hold.
 *
 *     node lib/nix/flake/compare-with-nix.ts [--nix COMMAND] FOLDER…
 *
 * It needs Nix 2.26 or later with `nix` and `nix-instantiate`; COMMAND is put before both. Nothing is fetched: an error
 * that comes when Nix goes on to the inputs means that the `flake.nix` itself was accepted.
 * Exits 1 when anything differs.
 */
function main(args: readonly string[]): number {
  const prefix = args[0] === "--nix" ? (args[1] ?? "").split(" ") : [];
  const folders = args.slice(prefix.length > 0 ? 2 : 0);
  const files = folders.flatMap((folder) => globSync(join(folder, "**/*flake.nix")).toSorted());
  let differing = 0;
  let refused = 0;
  for (const file of files) {
    const judgement = judge(prefix, file);
    if (judgement.refusal !== null) refused++;
    const differences = compare(parseFlake(readFileSync(file, "utf8")), judgement, resolve(file, ".."));
    if (differences.length > 0) differing++;
    for (const difference of differences) process.stdout.write(`${file}: ${difference}\n`);
  }
  process.stdout.write(`${files.length} flakes, of which Nix refuses ${refused}; ${differing} differ\n`);
  return differing === 0 ? 0 : 1;
}

interface Judgement {
  /** The message of Nix; null when it accepts the flake. */
  readonly refusal: string | null;
  /** What evaluation gives; null when it fails. */
  readonly values: { readonly [name: string]: unknown } | null;
}

function judge(prefix: readonly string[], file: string): Judgement {
  return { refusal: askForRefusal(prefix, file), values: askForValues(prefix, file) };
}

const features = ["--extra-experimental-features", "nix-command flakes pipe-operators"];

function askForRefusal(prefix: readonly string[], file: string): string | null {
  const folder = mkdtempSync(join(tmpdir(), "flake-"));
  try {
    cpSync(file, join(folder, "flake.nix"));
    const noNetwork = ["--offline", "--no-write-lock-file", "--option", "flake-registry", ""];
    run(prefix, ["nix", ...features, "flake", "metadata", "--json", ...noNetwork, `path:${folder}`]);
    return null;
  } catch (error) {
    const message = String(error);
    // A name without reference is only looked at when its turn comes to be locked.
    const isLocking = message.includes("while updating the lock file") && !message.includes("is not a valid flake ID");
    return isLocking ? null : (/error: (?!\n)[^\n]*$/m.exec(message)?.[0] ?? message);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const valuesExpression = `{ file }:
  let
    flake = import (/. + file);
    plain = v:
      if builtins.isPath v then toString v
      else if builtins.isAttrs v then builtins.mapAttrs (_: plain) v
      else if builtins.isList v then map plain v
      else v;
  in {
    description = flake.description or null;
    inputs = plain (flake.inputs or { });
    nixConfig = plain (flake.nixConfig or { });
    formals = builtins.attrNames (builtins.functionArgs flake.outputs);
  }`;

function askForValues(prefix: readonly string[], file: string): Judgement["values"] {
  const store = ["--store", "dummy://"];
  try {
    const flags = ["--eval", "--strict", "--json", ...features, ...store, "--argstr", "file", resolve(file)];
    return JSON.parse(run(prefix, ["nix-instantiate", ...flags, "-E", valuesExpression]));
  } catch {
    return null;
  }
}

function run(prefix: readonly string[], command: readonly string[]): string {
  const [program = "", ...args] = [...prefix, ...command];
  return execFileSync(program, args, { encoding: "utf8", stdio: "pipe", timeout: 60_000 });
}

function compare(flake: ParsedFlake, judgement: Judgement, folder: string): string[] {
  const differences: string[] = [];
  if (judgement.refusal !== null && flake.parse.status === "ok") differences.push(`Nix refuses: ${judgement.refusal}`);
  if (judgement.refusal === null && flake.parse.status === "error") {
    differences.push(`Nix accepts, we say: ${flake.parse.line}:${flake.parse.column} ${flake.parse.message}`);
  }
  if (judgement.refusal !== null || judgement.values === null) return differences;
  const ours = {
    description: flake.description,
    inputs: absolutePaths(plainInputs(flake), folder),
    nixConfig: absolutePaths(plainNixConfig(flake), folder),
  };
  const theirs = judgement.values;
  const formals = Array.isArray(theirs.formals) ? theirs.formals : [];
  const expected: Record<keyof typeof ours, unknown> = {
    description: theirs.description,
    inputs: absolutePaths(expectedInputs(theirs.inputs, formals), folder),
    nixConfig: theirs.nixConfig,
  };
  for (const key of ["description", "inputs", "nixConfig"] as const) {
    if (isDeepStrictEqual(ours[key], expected[key])) continue;
    differences.push(`${key}\n  ours   ${JSON.stringify(ours[key])}\n  theirs ${JSON.stringify(expected[key])}`);
  }
  return differences;
}

// Nix keeps `flake = true` and the slashes of `follows` as written; we do not, so both are brought to our form.
function expectedInputs(inputs: unknown, formals: readonly unknown[]): unknown {
  const expected = isRecord(inputs) ? normaliseInputs(inputs) : {};
  for (const name of formals) if (typeof name === "string" && name !== "self") expected[name] ??= {};
  return expected;
}

function normaliseInputs(inputs: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, input]) =>
      name === "self" || !isRecord(input) ? [] : [[name, normaliseInput(input)]],
    ),
  );
}

function normaliseInput(input: Record<string, unknown>): Record<string, unknown> {
  const { flake, follows, inputs, ...rest } = input;
  const overrides = isRecord(inputs) ? normaliseInputs(inputs) : {};
  return {
    ...rest,
    ...(flake === false ? { flake } : {}),
    ...(typeof follows === "string" ? { follows: follows.split("/").filter(Boolean).join("/") } : {}),
    ...(Object.keys(overrides).length > 0 ? { inputs: overrides } : {}),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function plainInputs(flake: ParsedFlake): Record<string, unknown> {
  return Object.fromEntries(flake.inputs.map((input) => [input.name, plainInput(input)]));
}

function plainInput(input: FlakeInput | InputOverride): Record<string, unknown> {
  const { url, attrs, follows } = input.declared;
  return {
    ...(url === null ? {} : { url }),
    ...attrs,
    ...(follows === null ? {} : { follows }),
    ...(input.isFlake ? {} : { flake: false }),
    ...(input.overrides.length > 0
      ? { inputs: Object.fromEntries(input.overrides.map((override) => [override.name, plainInput(override)])) }
      : {}),
  };
}

function plainNixConfig(flake: ParsedFlake): Record<string, unknown> {
  return Object.fromEntries(flake.nixConfig.map(({ name, value }) => [name, value]));
}

// Nix gives path literals in full, we give them as written; a relative path in a string is made alike on both sides.
function absolutePaths(value: unknown, folder: string): unknown {
  if (typeof value === "string") return /^\.\.?(\/|$)/.test(value) ? resolve(folder, value) : value;
  if (Array.isArray(value)) return value.map((element) => absolutePaths(element, folder));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, absolutePaths(inner, folder)]));
}

process.exitCode = main(process.argv.slice(2));
