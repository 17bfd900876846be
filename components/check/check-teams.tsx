import { ShareBar } from "#components/charts/share-bar.tsx";
import { LinkArea } from "#components/ui/link-area.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatShare } from "#lib/format/format.ts";
import type { CheckTeam } from "#lib/views/check.ts";

export interface CheckTeamsProps {
  readonly teams: readonly CheckTeam[];
  readonly color: string;
}

/** CheckTeams is how each team fares with a check. */
export function CheckTeams({ teams, color }: CheckTeamsProps) {
  return (
    <SectionCard title="By team" note="A team counts the teams below it. A repository of two teams counts for each.">
      {teams.length === 0 ? (
        <p className="text-muted-foreground">It applies to no repository of a team.</p>
      ) : (
        <LinkArea>
          <ul className="flex flex-col gap-3">
            {teams.map(({ slug, name, href, depth, share, whyHref }) => (
              <li key={slug} style={{ paddingLeft: `${depth}rem` }}>
                <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                  <a href={href} className="min-w-0 truncate underline-offset-4 hover:underline">
                    {name}
                  </a>
                  <a href={whyHref} className="text-muted-foreground text-small underline-offset-4 hover:underline">
                    {formatShare(share)}
                    {share.unknown > 0 ? `, ${share.unknown} unknown` : ""}
                  </a>
                </span>
                <ShareBar {...share} color={color} className="mt-1" />
              </li>
            ))}
          </ul>
        </LinkArea>
      )}
    </SectionCard>
  );
}
