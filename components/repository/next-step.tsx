import { FixBlock } from "#components/finding/fix-block.tsx";
import { ResourceList } from "#components/finding/resource-list.tsx";
import { LeadCard } from "#components/ui/lead-card.tsx";
import { Prose } from "#components/ui/prose.tsx";
import type { RepositoryView } from "#lib/views/repository.ts";

/** NextStep is the one thing to do next: why, the text that does it here, and where to read how. */
export function NextStep({ view: { nextStep, notEligible, commit } }: { readonly view: NextStepView }) {
  return (
    <LeadCard title="Next step">
      {nextStep === null ? (
        <p className="mt-1 text-lead">{nothingWords(notEligible !== null, commit !== null)}</p>
      ) : (
        <>
          <p className="mt-1 font-medium text-lead">{nextStep.step}</p>
          <p className="mt-1 max-w-prose">
            <Prose text={nextStep.why} />
          </p>
          {nextStep.fix === null ? null : (
            <div className="mt-3">
              <FixBlock fix={nextStep.fix} />
            </div>
          )}
          {nextStep.resources.length > 0 ? (
            <div className="mt-3">
              <ResourceList resources={nextStep.resources} />
            </div>
          ) : null}
        </>
      )}
    </LeadCard>
  );
}

type NextStepView = Pick<RepositoryView, "nextStep" | "notEligible" | "commit">;

function nothingWords(isLeftOut: boolean, isRead: boolean): string {
  if (isLeftOut) return "It counts in no share, so nothing is advised.";
  return isRead ? "Nothing is left to advise." : "What to do next is known once it has been read.";
}
