import Link from "next/link";
import { ResourceList } from "#components/finding/resource-list.tsx";
import { LeadCard } from "#components/ui/lead-card.tsx";
import { Prose } from "#components/ui/prose.tsx";
import type { FailingCheck } from "#lib/views/failing-checks.ts";

// More names than these are a list, and that one stands below.
const namedMax = 6;

/** TeamNextStep is the one thing for a team to do next: mend its gravest fail, where, how, and what to read. */
export function TeamNextStep({ gravest }: { readonly gravest: FailingCheck | undefined }) {
  if (gravest === undefined) {
    return (
      <LeadCard title="Next step">
        <p className="mt-1 text-lead">No check fails here. The stages of each repository say what comes next.</p>
      </LeadCard>
    );
  }
  const { title, remediation, resources, repositories } = gravest;
  const named = repositories.slice(0, namedMax);
  const others = repositories.length - named.length;
  return (
    <LeadCard title="Next step">
      <div className="grid gap-x-8 gap-y-3 lg:grid-cols-[minmax(0,1fr)_auto]">
        <div className="min-w-0">
          <p className="mt-1 text-lead">
            <span className="font-medium">Mend “{title}”</span> in{" "}
            {named.map(({ name, href }, index) => (
              <span key={name}>
                {separator(index, named.length, others)}
                <Link
                  href={href}
                  className="font-medium underline decoration-primary/40 underline-offset-4 [overflow-wrap:anywhere] hover:decoration-current"
                >
                  {name}
                </Link>
              </span>
            ))}
            {others > 0 ? ` and ${others} more` : ""}.
          </p>
          <p className="mt-1 max-w-prose">
            <Prose text={remediation} />
          </p>
        </div>
        <div className="self-end">
          <ResourceList resources={resources} />
        </div>
      </div>
    </LeadCard>
  );
}

function separator(index: number, count: number, others: number): string {
  if (index === 0) return "";
  return index === count - 1 && others === 0 ? " and " : ", ";
}
