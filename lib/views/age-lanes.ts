import { inputAgeDaysOfSeconds } from "#lib/checks/input-age.ts";
import { upstreamBranchStatus } from "#lib/checks/upstream-branch.ts";
import { stripSlot } from "#lib/format/age-scale.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Policy } from "#lib/model/policy.ts";
import type { UseMoment } from "#lib/store/use-moments.ts";

/** AgeMark is how many uses of one kind stand at one place on the scale of ages. */
export interface AgeMark {
  readonly slot: number;
  readonly isBeyondLimit: boolean;
  /** Its branch gets no fixes any more. */
  readonly isUnsupported: boolean;
  readonly count: number;
}

/** AgeLane is the ages of the uses that are declared, or of those that other inputs bring in. */
export interface AgeLane {
  readonly isDirect: boolean;
  readonly uses: number;
  readonly unknown: number;
  /** By slot. */
  readonly marks: readonly AgeMark[];
}

/** AgeContext is what the ages of an upstream are judged by. */
export interface AgeContext {
  readonly upstream: string;
  readonly isNixpkgs: boolean;
  readonly policy: Policy;
  readonly asOf: Instant;
}

/** ageLanes places the uses of an upstream on the scale of ages; a lane that nobody uses is left out. */
export function ageLanes(moments: readonly UseMoment[], context: AgeContext): readonly AgeLane[] {
  return [true, false].flatMap((isDirect) => {
    const of = moments.filter((moment) => moment.isDirect === isDirect);
    const marks = new Map<string, AgeMark>();
    let unknown = 0;
    for (const moment of of) {
      const mark = markOf(moment, context);
      if (mark === null) {
        unknown += moment.uses;
        continue;
      }
      const key = `${mark.slot} ${mark.isBeyondLimit} ${mark.isUnsupported}`;
      marks.set(key, { ...mark, count: mark.count + (marks.get(key)?.count ?? 0) });
    }
    const uses = of.reduce((sum, moment) => sum + moment.uses, 0);
    const bySlot = [...marks.values()].toSorted((one, other) => one.slot - other.slot);
    return uses === 0 ? [] : [{ isDirect, uses, unknown, marks: bySlot }];
  });
}

/** Null when the age cannot be told. */
function markOf({ seconds, ref, uses }: UseMoment, { upstream, isNixpkgs, policy, asOf }: AgeContext): AgeMark | null {
  if (seconds === null) return null;
  const age = inputAgeDaysOfSeconds(seconds, Date.parse(asOf));
  if (!age.known) return null;
  const limitDays = isNixpkgs ? policy.nixpkgsAgeDaysMax : policy.inputAgeDaysMax;
  const status = isNixpkgs ? upstreamBranchStatus(upstream, ref, policy.branchStatuses) : "unknown";
  return {
    slot: stripSlot(age.value),
    isBeyondLimit: age.value > limitDays,
    isUnsupported: status === "unmaintained",
    count: uses,
  };
}
