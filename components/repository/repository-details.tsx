import { ExternalLink } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Revision } from "#components/ui/revision.tsx";
import type { RepositoryView } from "#lib/views/repository.ts";
import { notEligibleWords } from "./not-eligible-words.ts";
import { OwnerCell } from "./owner-cell.tsx";
import { ownershipRuleWords } from "./ownership-words.ts";

/** RepositoryDetails is what belongs to a repository's name: owner and why, commit, when read, where it lives. */
export function RepositoryDetails({ view }: { readonly view: RepositoryView }) {
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2 [&_dt]:text-muted-foreground [&_dt]:text-small">
      <div>
        <dt>Owner</dt>
        <dd>
          <OwnerCell row={view} />
          <span className="text-muted-foreground">
            {view.ownershipRule === "none"
              ? ""
              : `, by ${view.ownershipDetail || ownershipRuleWords[view.ownershipRule]}`}
          </span>
        </dd>
      </div>
      {view.commit ? (
        <div>
          <dt>Read at{view.defaultBranch ? ` ${view.defaultBranch}` : ""}</dt>
          <dd className="flex items-center gap-1">
            <Revision revision={view.commit} href={view.commitHref} />
            {view.readAt ? <RelativeTime instant={view.readAt} className="text-muted-foreground" /> : null}
          </dd>
        </div>
      ) : null}
      {view.pushedAt ? (
        <div>
          <dt>Last push</dt>
          <dd>
            <RelativeTime instant={view.pushedAt} />
          </dd>
        </div>
      ) : null}
      {view.languages.length > 0 ? (
        <div>
          <dt>Languages</dt>
          <dd>
            {view.languages
              .slice(0, 3)
              .map((language) => language.name)
              .join(", ")}
          </dd>
        </div>
      ) : null}
      {view.url ? (
        <div>
          <dt>Page</dt>
          <dd>
            <a
              href={view.url}
              rel="noopener noreferrer"
              className="inline-flex items-center gap-1 text-primary underline-offset-4 hover:underline"
            >
              {view.fullName}
              <ExternalLink className="size-3" aria-hidden />
            </a>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

/** RepositoryBadges stand beside a repository's name: visibility, and why it does not count if it does not. */
export function RepositoryBadges({ view }: { readonly view: Pick<RepositoryView, "visibility" | "notEligible"> }) {
  return (
    <span className="inline-flex gap-1.5 tracking-normal">
      <Badge>{view.visibility}</Badge>
      {view.notEligible === null ? null : (
        <Badge tone="notice" data-hint="It stays out of every share">
          {notEligibleWords(view.notEligible)[0]}
        </Badge>
      )}
    </span>
  );
}
