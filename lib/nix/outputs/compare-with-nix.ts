/**
 * Compares the names of outputs with what Nix gives when it evaluates the flake: a name that we give for certain must be
 * there, and when we say that the list is complete, there must be no other.
 *
 *     node lib/nix/outputs/compare-with-nix.ts [--nix COMMAND] [--show 10] FOLDER…
 *
 * Each child of the given folders is a clone, called by its repository (`flake-utils`, or `owner+flake-utils`). Nothing is
 * fetched: an input is the clone of that name, evaluated the same way with its own inputs, and `nixpkgs` is the clone of
 * `nixpkgs.lib`, which has the library without the packages. An input that is not there fails when it is looked into, and
 * so do packages; a flake whose names cannot be had without them is counted as not judged.
 *
 * An output that is an empty set, or one of empty sets, counts as not there: libraries add such to every flake.
 * Give a COMMAND that limits memory: some flakes are made to use all of it.
 * Exit 0 when nothing differs, 1 when something does.
 */
import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { parseFlake } from "../flake/parse-flake.ts";
import { analyzeOutputs, type FlakeOutputs } from "./analyze-outputs.ts";
import { inputRepository } from "./input-repository.ts";

const timeoutMs = 20_000;

const expression = `{ graphFile, root, name ? null }:
  let
    graph = builtins.fromJSON (builtins.readFile graphFile);
    nodes = builtins.mapAttrs (_: node:
      let
        sourceInfo = { outPath = node.folder; lastModified = 0; lastModifiedDate = "19700101000000"; narHash = ""; };
        inputs = builtins.mapAttrs (name: key: if key == null then throw "no clone of \${name}" else nodes.\${key}) node.inputs;
        outputs = (import (node.folder + "/flake.nix")).outputs (inputs // { self = flake; });
        flake = outputs // sourceInfo // { inherit inputs outputs sourceInfo; _type = "flake"; };
      in if node.isFlake then flake else sourceInfo) graph;
    inherit (nodes.\${root}) outputs;
    isEmpty = value: builtins.isAttrs value && builtins.all (inner: builtins.isAttrs inner && inner == { }) (builtins.attrValues value);
  in { names = builtins.attrNames outputs; isEmpty = isEmpty outputs.\${name}; }`;

/** Clone is one repository on disk. */
interface Clone {
  readonly folder: string;
  readonly files: readonly string[];
}

/** GraphNode is a flake, or a plain source, as the expression below takes it. */
interface GraphNode {
  readonly folder: string;
  readonly isFlake: boolean;
  /** By input name: the key of another node; null for an input that is not there. */
  readonly inputs: Readonly<Record<string, string | null>>;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { nix: { type: "string", default: "nix-instantiate" }, show: { type: "string", default: "10" } },
});
process.exitCode = main(positionals, values.nix, Number(values.show));

function main(folders: readonly string[], command: string, differencesMax: number): number {
  const clones = new Map(folders.flatMap(clonesIn).map((clone) => [repositoryOf(clone.folder), clone]));
  const differences: string[] = [];
  let judged = 0;
  let incomplete = 0;
  let undecided = 0;
  let total = 0;
  for (const clone of clones.values()) {
    for (const file of clone.files.filter((path) => /(^|\/)flake\.nix$/.test(path))) {
      total++;
      const directory = dirname(file);
      const flake = parseFlake(readFileSync(join(clone.folder, file), "utf8"));
      const ours = analyzeOutputs(flake, {
        directory,
        readFile: (path) => readText(join(clone.folder, path)),
        listFiles: () => clone.files,
      });
      const isFlake = flake.parse.status === "ok";
      const theirs = isFlake ? namesByNix(join(clone.folder, directory), clones, command, ours.names) : null;
      if (theirs === null) continue;
      judged++;
      if (!ours.complete) incomplete++;
      else if (!theirs.isAllKnown) undecided++;
      const difference = differenceOf(ours, theirs);
      if (difference !== null) differences.push(`${join(clone.folder, file)}: ${difference}`);
    }
  }
  for (const difference of differences.slice(0, differencesMax)) process.stdout.write(`${difference}\n`);
  process.stdout.write(
    `${judged} of ${total} flakes can be evaluated; ${differences.length} differ, ${incomplete} are said to be incomplete; ` +
      `in ${undecided} an output that we do not give could not be looked into\n`,
  );
  return differences.length === 0 ? 0 : 1;
}

function clonesIn(folder: string): readonly Clone[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => {
      const clone = resolve(folder, entry.name);
      const found = globSync("**", { cwd: clone, withFileTypes: true, exclude: (path) => path.name === ".git" });
      const files = found
        .filter((path) => path.isFile())
        .map((path) => relative(clone, join(path.parentPath, path.name)));
      return { folder: clone, files: files.toSorted() };
    });
}

function repositoryOf(folder: string): string {
  return (/[^/+]*$/.exec(folder)?.[0] ?? "").toLowerCase();
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

interface NixNames {
  readonly all: ReadonlySet<string>;
  /** Those beside the ones that are known that hold something. */
  readonly others: readonly string[];
  /** False when some could not be looked into. */
  readonly isAllKnown: boolean;
}

function differenceOf(ours: FlakeOutputs, theirs: NixNames): string | null {
  const certain = ours.kinds.filter(({ isCertain }) => isCertain).map(({ name }) => name);
  const invented = certain.filter((name) => !theirs.all.has(name));
  if (invented.length > 0) return `we give ${invented.join(", ")}, Nix does not`;
  return ours.complete && theirs.others.length > 0 ? `we do not give ${theirs.others.join(", ")}` : null;
}

/** Null when Nix cannot evaluate the flake with what is there. */
function namesByNix(
  folder: string,
  clones: ReadonlyMap<string, Clone>,
  command: string,
  known: readonly string[],
): NixNames | null {
  const scratch = mkdtempSync(join(tmpdir(), "outputs-"));
  try {
    const graphFile = join(scratch, "graph.json");
    writeFileSync(graphFile, JSON.stringify(Object.fromEntries(graphOf(folder, clones))));
    const ask = (attribute: string, ...more: readonly string[]): unknown => {
      const flags = ["--eval", "--strict", "--json", "--store", "dummy://", "--attr", attribute];
      const features = ["--extra-experimental-features", "nix-command flakes pipe-operators"];
      const args = ["--argstr", "graphFile", graphFile, "--argstr", "root", folder, ...more, "--expr", expression];
      const options = { encoding: "utf8", stdio: "pipe", timeout: timeoutMs } as const;
      try {
        return JSON.parse(execFileSync(command, [...flags, ...features, ...args], options));
      } catch {
        return null;
      }
    };
    const names = ask("names");
    if (!Array.isArray(names)) return null;
    const all = names.filter((name) => typeof name === "string");
    const unknown = all.filter((name) => !known.includes(name));
    const emptiness = new Map(unknown.map((name) => [name, ask("isEmpty", "--argstr", "name", name)]));
    return {
      all: new Set(all),
      others: unknown.filter((name) => emptiness.get(name) === false),
      isAllKnown: unknown.every((name) => emptiness.get(name) !== null),
    };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function graphOf(root: string, clones: ReadonlyMap<string, Clone>): ReadonlyMap<string, GraphNode> {
  const graph = new Map<string, GraphNode>();
  const pending = [root];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    if (graph.has(folder)) continue;
    const text = readText(join(folder, "flake.nix"));
    const inputs: Record<string, string | null> = {};
    for (const input of text === undefined ? [] : parseFlake(text).inputs) {
      const found = folderOfInput(input, folder, clones);
      inputs[input.name] = found;
      if (found !== null) pending.push(found);
    }
    graph.set(folder, { folder, isFlake: text !== undefined, inputs });
  }
  return graph;
}

function folderOfInput(
  input: Parameters<typeof inputRepository>[0],
  folder: string,
  clones: ReadonlyMap<string, Clone>,
): string | null {
  if (input.ref?.type === "path" && input.ref.path !== undefined) {
    const target = resolve(folder, input.ref.path);
    return existsSync(target) ? target : null;
  }
  const repository = inputRepository(input);
  const clone = clones.get(repository === "nixpkgs" ? "nixpkgs.lib" : repository);
  return clone === undefined ? null : join(clone.folder, input.ref?.dir === "lib" ? "" : (input.ref?.dir ?? ""));
}
