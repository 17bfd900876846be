/** WaiverScope is what a waiver that is in force covers; a null subject covers every subject of the check. */
export interface WaiverScope {
  readonly repositoryId: string;
  readonly checkId: string;
  readonly subject: string | null;
}

/** isWaived says whether one of the waivers in force covers a finding of the repository. */
export function isWaived(
  finding: { readonly checkId: string; readonly subject: string },
  repositoryId: string,
  waivers: readonly WaiverScope[],
): boolean {
  return waivers.some(
    (waiver) =>
      waiver.repositoryId === repositoryId &&
      waiver.checkId === finding.checkId &&
      (waiver.subject === null || waiver.subject === finding.subject),
  );
}
