import type { Check } from "#lib/checks/check.ts";
import { checks } from "#lib/checks/registry.ts";
import { formatCount } from "#lib/format/format.ts";
import type { Evidence } from "#lib/model/evidence.ts";
import type { Finding, Outcome, Severity } from "#lib/model/finding.ts";
import type { Fix } from "#lib/model/fix.ts";
import { printable, styles } from "../terminal-style.ts";
import type { AnalyzedFinding } from "./analysis-document.ts";

const { bold, dim, red, green, yellow } = styles;

/**
 * findingLines are the findings for a terminal, check by check: what fails, the severe first and advice last, then what is
 * unknown, then a count of the rest.
 */
export function findingLines(findings: readonly AnalyzedFinding[]): readonly string[] {
  const passed = findings.filter(({ outcome }) => outcome === "pass").length;
  const found = (checkId: string, outcome: Outcome) =>
    findings.filter((finding) => finding.checkId === checkId && finding.outcome === outcome);
  return [
    ...severities
      .flatMap((severity) => checks.filter((check) => check.severity === severity))
      .flatMap((check) => failureLines(check, found(check.id, "fail"))),
    ...checks.flatMap(({ id, words }) => unknownLines(words.title, found(id, "unknown"))),
    ...(passed === 0 ? [] : [`  ${green("✓")} ${formatCount(passed, "finding is", "findings are")} in order`]),
  ];
}

function failureLines({ severity, words }: Check, failed: readonly AnalyzedFinding[]): readonly string[] {
  if (failed.length === 0) return [];
  const sign = severity === "advice" ? yellow("→") : red("✗");
  return [
    `  ${sign} ${bold(words.title)} ${dim(`(${severity})`)}`,
    ...firstLines(failed),
    ...helpLines(failed, words.remediation),
  ];
}

function unknownLines(title: string, unclear: readonly AnalyzedFinding[]): readonly string[] {
  return unclear.length === 0 ? [] : [`  ${yellow("?")} ${bold(title)} ${dim("(unknown)")}`, ...firstLines(unclear)];
}

const severities = ["error", "warning", "advice"] as const satisfies readonly Severity[];

// A flake may have a hundred inputs, and a report of a hundred times the same is read by nobody.
const findingsMax = 6;

function firstLines(findings: readonly AnalyzedFinding[]): readonly string[] {
  const more = findings.length - findingsMax;
  return [...findings.slice(0, findingsMax).map(findingLine), ...(more > 0 ? [andMore(more)] : [])];
}

function andMore(count: number): string {
  return `    ${dim(`and ${count} more; --json has them all`)}`;
}

/** How to mend it: the text made for this repository where there is one, and where to read on. */
function helpLines(failed: readonly AnalyzedFinding[], remediation: string): readonly string[] {
  const fixes = new Map(failed.flatMap(({ fix }) => (fix === null ? [] : [[fix.text, fix] as const])));
  const shown = [...fixes.values()].slice(0, fixesMax);
  const more = fixes.size > fixesMax ? [andMore(fixes.size - fixesMax)] : [];
  const reading = failed[0]?.resources[0];
  return [
    ...(shown.length === 0 ? [`    ${dim(remediation)}`] : []),
    ...shown.flatMap(fixLines),
    ...more,
    ...[...new Set(shown.flatMap(({ note }) => note ?? []))].map((note) => `    ${dim(printable(note))}`),
    ...(reading === undefined ? [] : [`    ${dim(`read: ${reading.title}  ${reading.url}`)}`]),
  ];
}

// More texts than these hide the findings between them.
const fixesMax = 3;

function fixLines({ title, path, text }: Fix): readonly string[] {
  const place = path === null ? "" : ` (${path})`;
  const lines = text.trimEnd().split("\n");
  return [`    ${printable(`${title}${place}:`)}`, ...lines.map((line) => `      ${printable(line)}`)];
}

function findingLine({ subject, summary, evidence }: Finding): string {
  return `    ${printable(`${placePrefix(subject, summary)}${summary}`)}${placeWords(evidence)}`;
}

/** Where it is, unless that is the whole repository, or an input of its flake that the summary names first. */
function placePrefix(subject: string, summary: string): string {
  const place = subject.replace(/^\.\/?/, "");
  return place === "" || summary.startsWith(`${place} `) ? "" : `${place}: `;
}

function placeWords(evidence: readonly Evidence[]): string {
  const [first] = evidence;
  if (first === undefined) return "";
  const line = first.line === undefined ? "" : `:${first.line}`;
  const more = evidence.length > 1 ? ` and ${evidence.length - 1} more` : "";
  return dim(`  ${printable(first.path)}${line}${more}`);
}
