import { Pin } from "lucide-react";
import { OutcomeMark } from "#components/finding/outcome-mark.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { formatNumber } from "#lib/format/format.ts";
import { repositoriesHref } from "#lib/views/hrefs.ts";
import type { HelpedCheck, ResourceItem } from "#lib/views/learn.ts";
import { ResourceMenu } from "./resource-menu.tsx";
import { resourceKindNames } from "./resource-words.ts";

/** ResourcePlace is where resources are shown: the organization, the team that they are ordered for, and its checks by id. */
export interface ResourcePlace {
  readonly slug: string;
  readonly team: string | null;
  readonly checks: ReadonlyMap<string, HelpedCheck>;
}

export interface ResourceEntryProps {
  readonly place: ResourcePlace;
  readonly resource: ResourceItem;
}

/** ResourceEntry is one resource: where it leads, what one can do afterwards, and the checks that it helps to pass. */
export function ResourceEntry({ place, resource }: ResourceEntryProps) {
  const { id, title, isOwn, isPinned } = resource;
  const minutes = resource.minutes === null ? "" : `, ${resource.minutes} min`;
  return (
    <article className="flex min-w-0 items-start gap-2">
      <div className="min-w-0 flex-1">
        <h4 className="break-words font-medium">
          {resource.isPinned ? (
            <Pin className="mr-1 inline size-3.5 text-primary" aria-label="Pinned" role="img" />
          ) : null}
          <a
            href={resource.url}
            rel="noopener noreferrer"
            className="text-primary underline decoration-transparent underline-offset-4 hover:decoration-current"
          >
            {resource.title}
          </a>
        </h4>
        <p className="flex flex-wrap items-center gap-x-1.5 text-muted-foreground text-small">
          <span>
            {resourceKindNames[resource.kind]}
            {minutes}
          </span>
          <span className="break-all">{resource.host}</span>
          {resource.isOwn ? <Badge tone="accent">Your own</Badge> : null}
        </p>
        <p className="mt-1">
          <Prose text={resource.summary} />
        </p>
        <HelpedChecks ids={resource.checks} place={place} />
      </div>
      <ResourceMenu slug={place.slug} resource={{ id, title, isOwn, isPinned }} />
    </article>
  );
}

/** What fails now stands on a line of its own; what does not is only named. */
function HelpedChecks({ ids, place }: { readonly ids: readonly string[]; readonly place: ResourcePlace }) {
  const checks = ids.flatMap((id) => place.checks.get(id) ?? []);
  const failing = checks.filter((check) => check.failing > 0);
  const others = checks.filter((check) => check.failing === 0);
  return (
    <>
      <ul className="mt-1.5 flex flex-col gap-1 text-small">
        {failing.map((check) => (
          <li key={check.id} className="flex items-start gap-1.5">
            <OutcomeMark outcome="fail" isDecoration className="mt-px size-3.5!" />
            <a
              href={repositoriesHref(place.slug, {
                ...(place.team === null ? {} : { team: place.team }),
                check: check.id,
              })}
              className="underline decoration-border underline-offset-4 hover:decoration-current"
            >
              {check.title}:{" "}
              <span className="whitespace-nowrap text-muted-foreground">
                {formatNumber(check.failing)} {check.failing === 1 ? "fails" : "fail"}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <p className="mt-1.5 text-muted-foreground text-small">
          {failing.length > 0 ? "Also helps with: " : "Helps with: "}
          {others.map(({ title }) => title).join(" · ")}
        </p>
      ) : null}
    </>
  );
}
