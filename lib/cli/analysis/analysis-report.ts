import { formatAgeDays, formatCount } from "#lib/format/format.ts";
import { stages } from "#lib/model/stage.ts";
import { flakeRefFromAttrs } from "#lib/nix/flake-ref/flake-ref-from-attrs.ts";
import { flakeRefToUrl } from "#lib/nix/flake-ref/flake-ref-to-url.ts";
import { flakeCheckerWords } from "#lib/views/flake-checker-words.ts";
import type { FlakeDocument } from "#lib/views/flake-document.ts";
import { stageWords } from "#lib/views/stage-words.ts";
import { printable, styles } from "../terminal-style.ts";
import { type Analysis, analysisDocument } from "./analysis-document.ts";
import { findingLines } from "./finding-lines.ts";

const { bold, dim, red, green, yellow } = styles;

/**
 * analysisReport is an analysis for a person at a terminal: the flakes, how far Nix reaches and what comes next, and
 * what to mend, each with its place. Colored only where standard output is a terminal.
 */
export function analysisReport(analysis: Analysis): string {
  const { repository, flakes, stage } = analysisDocument(analysis);
  const revision = repository.commit === null ? "not in git" : repository.commit.slice(0, 12);
  const dirt = repository.dirty ? ", with uncommitted changes" : "";
  const next = stage.next === null ? [] : [`  ${dim("next:")} ${stageWords[stage.next].step}`];
  return [
    `${bold(printable(repository.path))} ${dim(`(${revision}${dirt})`)}`,
    ...(flakes.length === 0 ? ["", "  No flake."] : []),
    ...flakes.flatMap((flake) => ["", ...flakeLines(flake)]),
    "",
    ...stages.map((one) => `  ${stage.reached.includes(one) ? green("✓") : dim("·")} ${stageWords[one].label}`),
    ...next,
    "",
    ...findingLines(analysis.findings),
    "",
  ].join("\n");
}

function flakeLines(flake: FlakeDocument): readonly string[] {
  const role = flake.role === "main" ? "" : dim(` (${flake.role})`);
  const description = flake.description === null ? "" : `  ${printable(flake.description)}`;
  const file = flake.dir === "." ? "flake.nix" : `${printable(flake.dir)}/flake.nix`;
  const problem =
    flake.parse.status === "ok" ? [] : [`    ${red("✗")} line ${flake.parse.line}: ${printable(flake.parse.message)}`];
  const more = flake.outputs.complete ? "" : dim(flake.outputs.names.length === 0 ? "not visible" : " and maybe more");
  return [
    `  ${bold(file)}${role}${description}`,
    ...problem,
    ...inputLines(flake),
    `    ${dim("offers       ")}  ${flake.outputs.names.map(printable).join(", ")}${more}`,
    `    ${dim("lock         ")}  ${lockWords(flake.lock)}`,
    `    ${dim("flake-checker")}  ${printable(flakeCheckerWords(flake.flakeChecker))}`,
    ...flake.flakeCheckerDifferences.map((difference) => `    ${" ".repeat(13)}  ${dim(printable(difference))}`),
  ];
}

function inputLines({ inputs }: FlakeDocument): readonly string[] {
  const rows = inputs.map((input) => ({ name: printable(input.name), from: printable(sourceOf(input)), input }));
  const nameWidth = Math.max(0, ...rows.map(({ name }) => name.length));
  const fromWidth = Math.max(0, ...rows.map(({ from }) => from.length));
  return rows.map(({ name, from, input: { ageDays } }) => {
    const age = ageDays === null ? dim("age unknown") : formatAgeDays(ageDays);
    return `    ${name.padEnd(nameWidth)}  ${dim(from.padEnd(fromWidth))}  ${age}`;
  });
}

function sourceOf({ declared, ref }: FlakeDocument["inputs"][number]): string {
  if (declared.follows !== null) return declared.follows === "" ? "follows this flake" : `follows ${declared.follows}`;
  if (declared.url !== null) return declared.url;
  const read = flakeRefFromAttrs(Object.entries(ref ?? {}));
  const url = read.status === "ok" ? flakeRefToUrl(read.ref) : read;
  return url.status === "ok" ? url.url : "unresolved";
}

function lockWords(lock: FlakeDocument["lock"]): string {
  if (lock.status === "missing") return yellow("missing");
  if (lock.status === "error") return red(printable(lock.message));
  const nodes = formatCount(lock.reachable, "node", "nodes");
  return `version ${lock.version}, ${nodes}, ${lock.nixpkgsNodes} of them Nixpkgs`;
}
