import { nextStage } from "#lib/checks/next-stage.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Finding } from "#lib/model/finding.ts";
import type { Fix } from "#lib/model/fix.ts";
import type { Instant } from "#lib/model/instant.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import type { Resource } from "#lib/model/resource.ts";
import type { Stage } from "#lib/model/stage.ts";
import { type FlakeDocument, flakeDocument } from "#lib/views/flake-document.ts";
import type { ReadFolder } from "./read-folder.ts";

/** Analysis is one repository as it was read and judged. */
export interface Analysis extends ReadFolder {
  /** As the caller wrote it. */
  readonly path: string;
  readonly asOf: Instant;
  readonly findings: readonly AnalyzedFinding[];
}

/** AnalyzedFinding is a finding with what mends it here and where one learns how; nothing of both unless it fails. */
export interface AnalyzedFinding extends Finding {
  readonly fix: Fix | null;
  readonly resources: readonly Resource[];
}

/** AnalysisDocument is what `flakeboard analyze --json` prints; its shape is stable, and described in docs/guides/analyze.md. */
export interface AnalysisDocument {
  readonly schemaVersion: 1;
  readonly asOf: string;
  readonly repository: { readonly path: string; readonly commit: string | null; readonly dirty: boolean };
  readonly flakes: readonly FlakeDocument[];
  readonly stage: { readonly reached: readonly Stage[]; readonly next: Stage | null };
  readonly findings: readonly (Pick<Finding, "subject" | "outcome" | "summary" | "evidence"> & {
    readonly check: string;
    readonly fix: Fix | null;
    readonly resources: readonly { readonly title: string; readonly url: string }[];
  })[];
  readonly facts: RepositoryFacts;
}

/** analysisDocument puts an analysis into the form for machines. */
export function analysisDocument({ path, commit, isDirty, asOf, facts, findings }: Analysis): AnalysisDocument {
  const reached = facts.stages.map(({ stage }) => stage);
  return {
    schemaVersion: 1,
    asOf: asOf.replace(".000Z", "Z"),
    repository: { path, commit, dirty: isDirty },
    flakes: facts.flakes.map((flake) => flakeDocument(flake, defaultPolicy, asOf)),
    stage: { reached, next: nextStage(reached) },
    findings: findings.map(({ checkId, subject, outcome, summary, evidence, fix, resources }) => ({
      check: checkId,
      subject,
      outcome,
      summary,
      evidence,
      fix,
      resources: resources.map(({ title, url }) => ({ title, url })),
    })),
    facts,
  };
}
