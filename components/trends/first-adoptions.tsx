import { LinkArea } from "#components/ui/link-area.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatDay } from "#lib/format/format.ts";
import type { AdoptionItem } from "#lib/views/trends.ts";

/** FirstAdoptions is who adopted flakes and when, the newest first. */
export function FirstAdoptions({ adoptions }: { readonly adoptions: readonly AdoptionItem[] }) {
  if (adoptions.length === 0) return null;
  return (
    <SectionCard
      title="First adoptions"
      note="When a repository first held a main flake. Archived repositories, and those that gave theirs up again, are among them."
      isFlush
    >
      <LinkArea>
        <ul className="grid border-t sm:grid-cols-2 xl:grid-cols-3">
          {adoptions.map((adoption) => (
            <li
              key={adoption.name}
              className="-mt-px flex min-w-0 items-baseline justify-between gap-3 border-t px-5 py-2"
            >
              <span className="min-w-0 truncate">
                <a href={adoption.href} className="font-medium underline-offset-4 hover:underline">
                  {adoption.name}
                </a>
                <span className="text-muted-foreground text-small"> {adoption.teams.join(", ")}</span>
              </span>
              <span className="whitespace-nowrap text-muted-foreground text-small">
                {adoption.isExact ? "" : "by "}
                {formatDay(adoption.day)}
              </span>
            </li>
          ))}
        </ul>
      </LinkArea>
    </SectionCard>
  );
}
