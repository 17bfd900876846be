import type { ReactNode } from "react";
import { LinkArea } from "#components/ui/link-area.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { TableFiles } from "#components/ui/table-files.tsx";
import { whyHref } from "#lib/views/hrefs.ts";
import type { TeamLink } from "#lib/views/shared.ts";

/** TeamCourse is one team's line: where it stands, how that changed over the range, and a small picture of it. */
export interface TeamCourse {
  readonly team: TeamLink;
  readonly now: string;
  readonly change: string;
  /** What changed; null where no page says. */
  readonly changesHref: string | null;
  readonly picture: ReactNode;
}

export interface TeamCoursesProps {
  readonly rows: readonly TeamCourse[];
  readonly slug: string;
  readonly metricId: string;
}

const linkLook = "underline-offset-4 hover:underline";

/** TeamCourses is one metric of every team, a line each. */
export function TeamCourses({ rows, slug, metricId }: TeamCoursesProps) {
  if (rows.length === 0) return null;
  return (
    <SectionCard
      title="Team by team"
      note="A repository of two teams counts for each; a team covers the teams below it."
      isFlush
    >
      <TableFiles name="Team by team" className="px-5 pb-4">
        <ScrollRegion label="Team by team, scrolls sideways" className="overflow-x-auto">
          <LinkArea>
            <table className="w-full text-left">
              <thead className="text-muted-foreground text-small">
                <tr className="border-t">
                  <th scope="col" className="px-5 py-2 font-medium">
                    Team
                  </th>
                  <th scope="col" className="px-3 py-2 font-medium">
                    Now
                  </th>
                  <th scope="col" className="px-3 py-2 font-medium max-sm:pr-5">
                    Over the range
                  </th>
                  <th scope="col" className="w-1/3 min-w-40 px-5 py-2 font-medium max-sm:hidden">
                    Course
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ team, now, change, changesHref, picture }) => (
                  <tr key={team.slug} className="border-t">
                    <th scope="row" className="px-5 py-2 font-medium">
                      <a href={team.href} className={linkLook}>
                        {team.name}
                      </a>
                    </th>
                    <td className="px-3 py-2 sm:whitespace-nowrap">
                      <a href={whyHref(slug, metricId, { team: team.slug })} className={linkLook}>
                        {now}
                      </a>
                    </td>
                    <td className="whitespace-nowrap px-3 py-2 text-muted-foreground">
                      {changesHref === null ? (
                        change
                      ) : (
                        <a href={changesHref} className={linkLook}>
                          {change}
                        </a>
                      )}
                    </td>
                    <td className="px-5 py-2 max-sm:hidden">{picture}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </LinkArea>
        </ScrollRegion>
      </TableFiles>
    </SectionCard>
  );
}
