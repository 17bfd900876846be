import { formatAgeDays, formatCount, formatNumber } from "#lib/format/format.ts";
import { stages } from "#lib/model/stage.ts";
import type { RepositoryRow } from "#lib/views/shared.ts";
import { stageWords } from "#lib/views/stage-words.ts";
import type { TeamView } from "#lib/views/team.ts";
import { PageAddress } from "./page-address.tsx";
import { reportRows } from "./report-rows.ts";
import { ReportSection } from "./report-section.tsx";

// What is left of an A4 page, in lines, when all that stands above is as long as it may be.
const linesMax = 16;

/** ReportRepositories is the repositories of a team on paper, the worst first, and how many there is no room for. */
export function ReportRepositories({ view: { repositories, team, nixpkgsAgeLimitDays } }: { readonly view: TeamView }) {
  const rows = reportRows(repositories, linesMax);
  const others = repositories.length - rows.length;
  return (
    <ReportSection
      title="Repositories"
      note={`most failing checks first; Nixpkgs may be ${formatCount(nixpkgsAgeLimitDays, "day", "days")} old`}
    >
      <table className="w-full table-fixed text-left">
        <thead className="text-muted-foreground">
          <tr>
            <th className="w-[32%] font-normal">Name</th>
            <th className="w-[20%] font-normal">Furthest stage</th>
            <th className="font-normal">Next step</th>
            <th className="w-34 font-normal">Nixpkgs</th>
            <th className="w-10 text-right font-normal">Fails</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.fullName} className="align-top *:border-t *:py-px *:pr-2 *:last:pr-0">
              <td className="font-medium [overflow-wrap:anywhere]">{row.name}</td>
              <td>{furthestWords(row)}</td>
              <td>{row.nextStep ?? "–"}</td>
              <td>{ageWords(row, nixpkgsAgeLimitDays)}</td>
              <td className="text-right">{row.notEligible === null ? formatNumber(row.failing) : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {others === 0 ? null : (
        <p className="mt-1">
          and {formatCount(others, "more repository", "more repositories")}, on <PageAddress path={team.href} />
        </p>
      )}
    </ReportSection>
  );
}

function furthestWords({ stages: reached, notEligible, reading }: RepositoryRow): string {
  if (notEligible !== null) return "does not count";
  if (reading !== "read") return "not read";
  const furthest = stages.findLast((stage) => reached.includes(stage));
  return furthest === undefined ? "none yet" : stageWords[furthest].label;
}

function ageWords({ nixpkgsAgeDays }: RepositoryRow, limitDays: number): string {
  if (nixpkgsAgeDays === null) return "–";
  if (!nixpkgsAgeDays.known) return "unknown";
  return `${formatAgeDays(nixpkgsAgeDays.value)}${nixpkgsAgeDays.value > limitDays ? ", too old" : ""}`;
}
