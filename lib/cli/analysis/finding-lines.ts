import { checks } from "#lib/checks/registry.ts";
import { formatCount } from "#lib/format/format.ts";
import type { Evidence } from "#lib/model/evidence.ts";
import type { Finding } from "#lib/model/finding.ts";
import { printable, styles } from "../terminal-style.ts";

const { bold, dim, red, green, yellow } = styles;

/** findingLines are the findings for a terminal: what fails and what is unknown, check by check, and a count of the rest. */
export function findingLines(findings: readonly Finding[]): readonly string[] {
  const passed = findings.filter(({ outcome }) => outcome === "pass").length;
  return [
    ...checks.flatMap(({ id, words }) => {
      const ofCheck = findings.filter(({ checkId }) => checkId === id);
      const failed = ofCheck.filter(({ outcome }) => outcome === "fail");
      const unclear = ofCheck.filter(({ outcome }) => outcome === "unknown");
      return [
        ...(failed.length === 0 ? [] : [`  ${red("✗")} ${bold(words.title)}`, ...failed.map(findingLine)]),
        ...(failed.length === 0 ? [] : [`    ${dim(words.remediation)}`]),
        ...(unclear.length === 0 ? [] : [`  ${yellow("?")} ${bold(words.title)}`, ...unclear.map(findingLine)]),
      ];
    }),
    ...(passed === 0 ? [] : [`  ${green("✓")} ${formatCount(passed, "finding is", "findings are")} in order`]),
  ];
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
