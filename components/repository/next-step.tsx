import { ResourceList } from "#components/finding/resource-list.tsx";
import { Prose } from "#components/ui/prose.tsx";
import type { RepositoryView } from "#lib/views/repository.ts";

/** NextStep is the one thing to do next, why, and where to read how. */
export function NextStep({ nextStep }: { readonly nextStep: RepositoryView["nextStep"] }) {
  return (
    <section aria-labelledby="next-step" className="rounded-md border border-primary/45 bg-primary-soft px-5 py-4">
      <h2 id="next-step" className="font-semibold text-primary text-small">
        Next step
      </h2>
      {nextStep === null ? (
        <p className="mt-1 text-lead">Nothing is left to advise.</p>
      ) : (
        <>
          <p className="mt-1 font-medium text-lead">{nextStep.step}</p>
          <p className="mt-1 max-w-prose">
            <Prose text={nextStep.why} />
          </p>
          {nextStep.resources.length > 0 ? (
            <div className="mt-3">
              <ResourceList resources={nextStep.resources} />
            </div>
          ) : null}
        </>
      )}
    </section>
  );
}
