import { BookOpen } from "lucide-react";
import Link from "next/link";
import { Prose } from "#components/ui/prose.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { NeededResource } from "#lib/views/learning-need.ts";

export interface NextReadingProps {
  readonly resources: readonly NeededResource[];
  /** The Learn page, in the order of what is needed here. */
  readonly href: string;
  readonly className?: string;
}

/** NextReading is "what to learn next": the few resources that are needed most here, each with why. */
export function NextReading({ resources, href, className = "" }: NextReadingProps) {
  return (
    <SectionCard
      title="What to learn next"
      note="Chosen by what fails here, and by what comes next."
      className={className}
    >
      {resources.length === 0 ? (
        <p className="text-muted-foreground">Nothing is lacking that a resource could help with.</p>
      ) : (
        <ol className="flex flex-col gap-3">
          {resources.map((resource) => (
            <li key={resource.id} className="flex items-start gap-2">
              <BookOpen className="mt-0.5 size-3.5 shrink-0 text-muted-foreground" aria-hidden />
              <span className="min-w-0">
                <a
                  href={resource.url}
                  rel="noopener noreferrer"
                  className="text-primary underline decoration-transparent underline-offset-4 hover:decoration-current"
                >
                  {resource.title}
                </a>
                <span className="block text-muted-foreground text-small">
                  <Prose text={resource.why} />
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
      <p className="mt-4 text-small print:hidden">
        <Link href={href} className="text-muted-foreground underline underline-offset-4 hover:text-foreground">
          All resources
        </Link>
      </p>
    </SectionCard>
  );
}
