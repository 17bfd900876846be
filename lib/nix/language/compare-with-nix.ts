/**
 * Compares the parser with Nix itself: every `*.nix` file below the given folders must be accepted or refused as
 * `nix-instantiate --parse` does, and an accepted one must give the same tree, letter for letter.
 *
 *     node lib/nix/language/compare-with-nix.ts [--nix COMMAND] [--show 10] FOLDER…
 *
 * Exit 0 when nothing differs, 1 when something does, 2 when there is nothing to compare with.
 * Nix 2.34 is the one that this parser follows; what older ones do differently is said at `exactFrom` and `olderNix`
 * below.
 */
import { spawn, spawnSync } from "node:child_process";
import { type Dirent, readdirSync, readFileSync, realpathSync } from "node:fs";
import { availableParallelism, homedir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { parseNix } from "./parse.ts";
import { printNix } from "./print.ts";
import { findUndefinedVariables } from "./scope.ts";

/**
 * From this version on trees are compared letter for letter; 2.26.3 and 2.34.8 were tried. Older ones print arguments
 * and `let` in the order of memory, spread `inherit`, escape every dollar and keep empty strings, so that only the
 * words of the two trees are compared.
 */
const exactFrom = "2.26";

/** What older versions accept differently; a file that differs for such a reason is counted apart. */
const olderNix: readonly { readonly reason: string; readonly applies: (source: string, nix: Verdict) => boolean }[] = [
  {
    reason: "pipe operators are unknown before 2.24",
    applies: (source, nix) => nix.kind === "refused" && /\|>|<\|/.test(source),
  },
  {
    reason: "sets in sets that are defined twice are not merged by old versions",
    applies: (_source, nix) => nix.kind === "refused" && nix.message.includes("already defined"),
  },
  {
    reason: "old versions have fewer built-in names",
    applies: (_source, nix) => nix.kind === "refused" && nix.message.includes("undefined variable"),
  },
  {
    reason: "old versions cut a string at a NUL byte",
    applies: (source, nix) => nix.kind === "tree" && source.includes("\0"),
  },
  {
    reason: "old versions lose computed attributes when they merge sets",
    applies: (source, nix) => nix.kind === "tree" && /\}"?\s*=/.test(source),
  },
];

type Verdict =
  | { readonly kind: "tree"; readonly tree: string }
  | { readonly kind: "refused"; readonly message: string };

interface Comparison {
  readonly file: string;
  readonly sizeBytes: number;
  readonly nix: Verdict;
  readonly own: Verdict;
  readonly excuse: string | null;
}

/** Features that add global names. An unknown one is only a warning to Nix. */
const features = "flakes fetch-tree fetch-closure dynamic-derivations";

/** A batch is one process of Nix; the time limit is for a whole batch. */
const batchSize = 64;
const timeoutMs = 120_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { nix: { type: "string", default: "nix-instantiate" }, show: { type: "string", default: "10" } },
});
process.exitCode = await main(positionals, values.nix, Number(values.show));

async function main(folders: readonly string[], command: string, differencesMax: number): Promise<number> {
  const version = nixVersion(command);
  const files = folders.flatMap((folder) => nixFilesBelow(realpathSync(folder))).sort();
  if (version === null || files.length === 0) {
    process.stderr.write(version === null ? `${command} does not run\n` : "no .nix file below the given folders\n");
    return 2;
  }
  const batches: string[][] = [];
  for (let at = 0; at < files.length; at += batchSize) batches.push(files.slice(at, at + batchSize));
  const comparisons: Comparison[] = [];
  const work = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      comparisons.push(...(await compareBatch(command, version, batch)));
      if (process.stderr.isTTY) process.stderr.write(`\r${comparisons.length}/${files.length}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return report(comparisons, version, differencesMax);
}

function report(comparisons: readonly Comparison[], version: string, differencesMax: number): number {
  const essence = isBefore(version, exactFrom) ? wordsOf : letters;
  const different = comparisons.filter((one) => !agree(one, essence));
  const differences = different.filter((one) => one.excuse === null);
  const excused = different.filter((one) => one.excuse !== null);
  const accepted = comparisons.filter((one) => one.nix.kind === "tree").length;
  const megabytes = comparisons.reduce((sum, one) => sum + one.sizeBytes, 0) / 1e6;
  const lines = [
    `Nix ${version}: ${comparisons.length} files, ${megabytes.toFixed(1)} MB`,
    `accepted by Nix ${accepted}, refused ${comparisons.length - accepted}, different here ${differences.length}`,
    ...[...Map.groupBy(excused, (one) => one.excuse)].map(
      ([reason, files]) => `${files.length} differ because ${reason}`,
    ),
  ];
  for (const difference of differences.slice(0, differencesMax)) lines.push("", ...linesOf(difference, essence));
  process.stdout.write(`${lines.join("\n")}\n`);
  return differences.length === 0 ? 0 : 1;
}

function agree({ nix, own }: Comparison, essence: (tree: string) => string): boolean {
  return nix.kind === "tree" && own.kind === "tree" ? essence(nix.tree) === essence(own.tree) : nix.kind === own.kind;
}

function letters(tree: string): string {
  return tree;
}

/**
 * The names, literals and operators of a printed tree, each once and sorted, but for what old versions print
 * differently.
 */
function wordsOf(tree: string): string {
  const plain = tree
    .replace(/\\(.)/g, (escaped, character) => (character === "$" ? "$" : escaped))
    .replaceAll(" ;", ";");
  const words = plain.match(/"(?:[^"\\]|\\.)*"|[^\s()"[\]{};,.=]+/g) ?? [];
  const names = words.map((word) => word.replace(/^"([\w'-]*)"$/, "$1"));
  return [...new Set(names)]
    .filter((word) => word !== "" && word !== "inherit")
    .sort()
    .join(" ");
}

function isBefore(version: string, other: string): boolean {
  return version.localeCompare(other, "en", { numeric: true }) < 0;
}

function linesOf({ file, nix, own }: Comparison, essence: (tree: string) => string): readonly string[] {
  if (nix.kind === "refused") return [file, `  Nix refuses: ${nix.message}`, "  this parser accepts"];
  if (own.kind === "refused") return [file, "  Nix accepts", `  this parser refuses: ${own.message}`];
  const theirs = essence(nix.tree);
  const ours = essence(own.tree);
  let at = 0;
  while (theirs[at] === ours[at]) at++;
  const part = (tree: string) => tree.slice(Math.max(0, at - 60), at + 80);
  return [file, `  Nix:  …${part(theirs)}`, `  here: …${part(ours)}`];
}

async function compareBatch(command: string, version: string, files: readonly string[]): Promise<Comparison[]> {
  const verdicts = await judge(command, version, files);
  return files.map((file, index) => {
    const bytes = readFileSync(file);
    const encoding = bytes.equals(Buffer.from(bytes.toString("utf8"))) ? "utf8" : "latin1";
    const source = bytes.toString(encoding);
    const nix = decoded(verdicts[index] ?? { kind: "refused", message: "no answer" }, encoding);
    const own = ownVerdict(source, path.dirname(file), encoding);
    const excuse = isBefore(version, exactFrom)
      ? (olderNix.find(({ applies }) => applies(source, nix))?.reason ?? null)
      : null;
    return { file, sizeBytes: bytes.length, nix, own, excuse };
  });
}

/** Nix works on bytes. A file that is not UTF-8 is compared byte for byte, as Latin-1. */
function decoded(verdict: Verdict, encoding: "utf8" | "latin1"): Verdict {
  if (verdict.kind === "refused") return verdict;
  return { kind: "tree", tree: Buffer.from(verdict.tree, "latin1").toString(encoding) };
}

function ownVerdict(source: string, folder: string, encoding: "utf8" | "latin1"): Verdict {
  const { expression, errors } = parseNix(source);
  const [problem] = errors;
  if (problem) return { kind: "refused", message: `${problem.line}:${problem.column} ${problem.message}` };
  const [undefinedVariable] = findUndefinedVariables(expression);
  if (undefinedVariable) return { kind: "refused", message: `undefined variable '${undefinedVariable.name}'` };
  const file = encoding === "utf8" ? folder : Buffer.from(folder).toString("latin1");
  return { kind: "tree", tree: printNix(expression, { file, home: homedir() }) };
}

/** Nix prints one line for a file and stops at the first that it refuses, so the rest is asked again. */
async function judge(command: string, version: string, files: readonly string[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  while (verdicts.length < files.length) {
    const { lines, message, isComplete } = await runNix(command, version, files.slice(verdicts.length));
    for (const tree of lines) verdicts.push({ kind: "tree", tree });
    if (!isComplete) verdicts.push({ kind: "refused", message });
  }
  return verdicts;
}

function runNix(
  command: string,
  version: string,
  files: readonly string[],
): Promise<{ lines: readonly string[]; message: string; isComplete: boolean }> {
  const options = [
    "--extra-experimental-features",
    isBefore(version, "2.24") ? features : `${features} pipe-operators`,
  ];
  const child = spawn(command, ["--parse", ...options, ...files], { timeout: timeoutMs });
  const output: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const lines = Buffer.concat(output).toString("latin1").split("\n").slice(0, -1);
      const message = Buffer.concat(complaints).toString("utf8");
      resolve({ lines, message: firstLines(message), isComplete: code === 0 && lines.length === files.length });
    });
  });
}

function firstLines(message: string): string {
  const error = message.slice(Math.max(0, message.indexOf("error:")));
  return error.split("\n").slice(0, 2).join(" ").trim();
}

function nixVersion(command: string): string | null {
  const run = spawnSync(command, ["--version"], { encoding: "utf8" });
  return run.status === 0 ? (/(\d+\.\d+[.\d]*)/.exec(run.stdout)?.[1] ?? null) : null;
}

function nixFilesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry: Dirent): string[] => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return nixFilesBelow(file);
    return entry.isFile() && entry.name.endsWith(".nix") ? [file] : [];
  });
}
