import Link from "next/link";
import type { TeamLink } from "#lib/views/shared.ts";

/** TeamLinks names the teams below a team. */
export function TeamLinks({ teams }: { readonly teams: readonly TeamLink[] }) {
  if (teams.length === 0) return null;
  return (
    <p className="text-muted-foreground print:hidden">
      Teams below it, counted here as well:{" "}
      {teams.map((team, index) => (
        <span key={team.slug}>
          {index > 0 ? ", " : ""}
          <Link
            href={team.href}
            className="text-foreground underline decoration-border underline-offset-4 hover:decoration-current"
          >
            {team.name}
          </Link>
        </span>
      ))}
    </p>
  );
}
