import { ArrowUpRight } from "lucide-react";
import { LeadCard } from "#components/ui/lead-card.tsx";
import { Prose } from "#components/ui/prose.tsx";
import type { NeededResource } from "#lib/views/learning-need.ts";

/** MostNeeded are the few resources to begin with, in order, each with why. */
export function MostNeeded({ resources }: { readonly resources: readonly NeededResource[] }) {
  if (resources.length === 0) return null;
  return (
    <LeadCard title="Most needed now">
      <ol className="mt-2 grid gap-x-8 gap-y-5 lg:grid-cols-3">
        {resources.map((resource) => (
          <li key={resource.id} className="min-w-0">
            <a href={resource.url} rel="noopener noreferrer" className="group font-medium text-lead">
              <span className="underline decoration-transparent underline-offset-4 group-hover:decoration-current">
                {resource.title}
              </span>
              <ArrowUpRight className="ml-1 inline size-4 text-primary" aria-hidden />
            </a>
            <p className="mt-1">{resource.summary}</p>
            <p className="mt-1 text-muted-foreground text-small">
              <Prose text={resource.why} />
            </p>
          </li>
        ))}
      </ol>
    </LeadCard>
  );
}
