import type { Theme } from "#lib/model/finding.ts";
import type { Share } from "#lib/model/share.ts";
import { type MeasuredFinding, type MeasuredRepository, nothing } from "./metric.ts";

/**
 * countRepository counts a repository once by its findings of one check.
 *
 * numerator   1 when no finding fails or is unknown, and at least one passes
 * denominator 1 when at least one finding applies (pass, fail, unknown); a waived fail does not apply
 * unknown     1 when one is unknown and none fails, and where the check was never asked
 * Example: [pass, pass, not-applicable] → 1 of 1; [pass, fail] → 0 of 1; [pass, unknown] → 0 of 1, 1 unknown
 */
export function countRepository(repository: MeasuredRepository, checkIds: readonly string[]): Share {
  if (!repository.isEligible || !repository.isRead) return nothing;
  const findings = applicable(repository.findings, checkIds);
  if (repository.unaskedChecks.some(({ checkId }) => checkIds.includes(checkId))) return unknownOnce;
  if (findings.length === 0) return nothing;
  if (findings.some((finding) => finding.outcome === "fail")) return { numerator: 0, denominator: 1, unknown: 0 };
  const isUnknown = findings.some((finding) => finding.outcome === "unknown");
  return isUnknown ? { numerator: 0, denominator: 1, unknown: 1 } : { numerator: 1, denominator: 1, unknown: 0 };
}

/**
 * countSubjects counts every subject (input, flake) of one check.
 *
 * numerator   findings that pass
 * denominator findings that apply (pass, fail, unknown); a waived fail does not apply
 * unknown     findings that are unknown; one where the check was never asked
 */
export function countSubjects(repository: MeasuredRepository, checkId: string): Share {
  if (!repository.isEligible || !repository.isRead) return nothing;
  if (repository.unaskedChecks.some((unasked) => unasked.checkId === checkId)) return unknownOnce;
  return shareOf(applicable(repository.findings, [checkId]));
}

/** countTheme counts every subject of every check of a theme, as `countSubjects` does for one check. */
export function countTheme(repository: MeasuredRepository, theme: Theme): Share {
  if (!repository.isEligible || !repository.isRead) return nothing;
  const told = shareOf(repository.findings.filter((finding) => finding.theme === theme && applies(finding)));
  const unasked = repository.unaskedChecks.filter((check) => check.theme === theme).length;
  return { ...told, denominator: told.denominator + unasked, unknown: told.unknown + unasked };
}

const unknownOnce: Share = { numerator: 0, denominator: 1, unknown: 1 };

function shareOf(findings: readonly MeasuredFinding[]): Share {
  return {
    numerator: findings.filter((finding) => finding.outcome === "pass").length,
    denominator: findings.length,
    unknown: findings.filter((finding) => finding.outcome === "unknown").length,
  };
}

function applicable(findings: readonly MeasuredFinding[], checkIds: readonly string[]): readonly MeasuredFinding[] {
  return findings.filter((finding) => checkIds.includes(finding.checkId) && applies(finding));
}

function applies({ outcome, isWaived }: MeasuredFinding): boolean {
  return outcome !== "not-applicable" && !(isWaived && outcome === "fail");
}
