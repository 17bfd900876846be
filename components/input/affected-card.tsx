import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatCount, formatDay, formatNofN, formatNumber } from "#lib/format/format.ts";
import type { InputView } from "#lib/views/input.ts";

const teamsShown = 8;

/** AffectedCard answers who is affected if an upstream is bad, or one revision of it, which may be chosen or pasted. */
export function AffectedCard({ view }: { readonly view: InputView }) {
  const { affected, revision, revisions, flakeRepositories, input } = view;
  const { repositories, direct, uncounted, teams, unowned } = affected;
  return (
    <SectionCard
      title="Who is affected if it is bad?"
      note={revision === null ? "Any revision of it." : `Only what is locked to ${revision}.`}
    >
      <p className="font-semibold text-lead">
        {formatNofN({ numerator: repositories, denominator: flakeRepositories, unknown: 0 })} repositories
      </p>
      <p className="mt-1 text-muted-foreground">
        {formatNumber(direct)} declare it, {formatNumber(repositories - direct)} get it through another input.
        {uncounted > 0
          ? ` ${formatCount(uncounted, "more does not count", "more do not count")}: archived, a fork, or only in a template, example or test.`
          : ""}
      </p>
      {teams.length + unowned > 0 ? (
        <ul className="mt-3 flex flex-col gap-1">
          {teams.slice(0, teamsShown).map((team) => (
            <li key={team.slug} className="flex justify-between gap-3">
              <Link href={team.href} prefetch={false} className="underline-offset-4 hover:underline">
                {team.name}
              </Link>
              <span className="text-muted-foreground">{formatNumber(team.repositories)}</span>
            </li>
          ))}
          {teams.length > teamsShown ? (
            <li className="text-muted-foreground">
              and {formatCount(teams.length - teamsShown, "team", "teams")} more
            </li>
          ) : null}
          {unowned > 0 ? (
            <li className="flex justify-between gap-3 text-muted-foreground">
              <span>no team</span>
              <span>{formatNumber(unowned)}</span>
            </li>
          ) : null}
        </ul>
      ) : null}
      <form method="get" className="mt-4 flex flex-wrap items-end gap-2 print:hidden">
        <label className="flex min-w-0 flex-1 flex-col gap-1">
          <span className="font-medium text-small">Revision</span>
          <input
            name="revision"
            list="revisions"
            defaultValue={revision ?? ""}
            placeholder="All; or paste 7 to 64 digits"
            pattern="[0-9a-fA-F]{7,64}"
            title="7 to 64 hexadecimal digits"
            autoComplete="off"
            spellCheck={false}
            className="h-8 w-full min-w-0 rounded-md border bg-card px-2.5 font-mono text-small placeholder:font-sans placeholder:text-muted-foreground hover:border-input"
          />
        </label>
        <datalist id="revisions">
          {revisions.map((one) => (
            <option key={one.revision} value={one.revision}>
              {one.lastModifiedAt === null ? "" : `${formatDay(one.lastModifiedAt)}, `}
              {formatCount(one.repositories, "repository", "repositories")}
            </option>
          ))}
        </datalist>
        <Button type="submit">Ask</Button>
      </form>
      {revision === null ? null : (
        <p className="mt-2 text-small">
          <Link href={input.href} className="text-primary underline-offset-4 hover:underline">
            Every revision
          </Link>
        </p>
      )}
    </SectionCard>
  );
}
