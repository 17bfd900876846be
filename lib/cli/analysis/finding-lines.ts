import { checks } from "#lib/checks/registry.ts";
import { formatCount } from "#lib/format/format.ts";
import type { Evidence } from "#lib/model/evidence.ts";
import type { Finding } from "#lib/model/finding.ts";
import type { Fix } from "#lib/model/fix.ts";
import { printable, styles } from "../terminal-style.ts";
import type { AnalyzedFinding } from "./analysis-document.ts";

const { bold, dim, red, green, yellow } = styles;

/** findingLines are the findings for a terminal: what fails and what is unknown, check by check, and a count of the rest. */
export function findingLines(findings: readonly AnalyzedFinding[]): readonly string[] {
  const passed = findings.filter(({ outcome }) => outcome === "pass").length;
  return [
    ...checks.flatMap(({ id, words }) => {
      const ofCheck = findings.filter(({ checkId }) => checkId === id);
      const failed = ofCheck.filter(({ outcome }) => outcome === "fail");
      const unclear = ofCheck.filter(({ outcome }) => outcome === "unknown");
      return [
        ...(failed.length === 0 ? [] : [`  ${red("✗")} ${bold(words.title)}`, ...failed.map(findingLine)]),
        ...(failed.length === 0 ? [] : helpLines(failed, words.remediation)),
        ...(unclear.length === 0 ? [] : [`  ${yellow("?")} ${bold(words.title)}`, ...unclear.map(findingLine)]),
      ];
    }),
    ...(passed === 0 ? [] : [`  ${green("✓")} ${formatCount(passed, "finding is", "findings are")} in order`]),
  ];
}

/** How to mend it: the text made for this repository where there is one, and where to read on. */
function helpLines(failed: readonly AnalyzedFinding[], remediation: string): readonly string[] {
  const fixes = new Map(failed.flatMap(({ fix }) => (fix === null ? [] : [[fix.text, fix] as const])));
  const shown = [...fixes.values()].slice(0, fixesMax);
  const more = fixes.size > fixesMax ? [`    ${dim(`and ${fixes.size - fixesMax} more; --json has them all`)}`] : [];
  const reading = failed[0]?.resources[0];
  return [
    ...(shown.length === 0 ? [`    ${dim(remediation)}`] : []),
    ...shown.flatMap(fixLines),
    ...[...new Set(shown.flatMap(({ note }) => note ?? []))].map((note) => `    ${dim(printable(note))}`),
    ...more,
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
  return `    ${printable(`${subject}: ${summary}`)}${placeWords(evidence)}`;
}

function placeWords(evidence: readonly Evidence[]): string {
  const [first] = evidence;
  if (first === undefined) return "";
  const line = first.line === undefined ? "" : `:${first.line}`;
  const more = evidence.length > 1 ? ` and ${evidence.length - 1} more` : "";
  return dim(`  ${printable(first.path)}${line}${more}`);
}
