import { Fragment } from "react";
import { OutcomeMark } from "#components/finding/outcome-mark.tsx";
import { ResourceList } from "#components/finding/resource-list.tsx";
import { ThemeLabel } from "#components/finding/theme-label.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { LinkArea } from "#components/ui/link-area.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatCount } from "#lib/format/format.ts";
import type { FailingCheck } from "#lib/views/failing-checks.ts";

// They leave the repositories below in sight.
const shownMax = 7;

// Where to begin; a longer list has a page of its own.
const namedMax = 12;

/** FailingChecks lists what a team's repositories fail, gravest first; each line opens to how to mend it and where. */
export function FailingChecks({ checks }: { readonly checks: readonly FailingCheck[] }) {
  return (
    <SectionCard title="What fails" note="Errors first, then by how many repositories fail." isFlush>
      {checks.length === 0 ? <p className="border-t px-5 py-4 text-muted-foreground">No check fails here.</p> : null}
      {checks.slice(0, shownMax).map((check) => (
        <FailingLine key={check.checkId} check={check} />
      ))}
      <OtherChecks checks={checks.slice(shownMax)} />
    </SectionCard>
  );
}

/** What is less grave is folded, so that it does not push the rest of the page away. */
function OtherChecks({ checks }: { readonly checks: readonly FailingCheck[] }) {
  if (checks.length === 0) return null;
  return (
    <details className="border-t">
      <summary className="list-none px-5 py-2.5 text-center font-medium text-muted-foreground -outline-offset-2 hover:bg-muted hover:text-foreground">
        {formatCount(checks.length, "more check", "more checks")}
      </summary>
      {checks.map((check) => (
        <FailingLine key={check.checkId} check={check} />
      ))}
    </details>
  );
}

function FailingLine({ check }: { readonly check: FailingCheck }) {
  return (
    <Disclosure
      line={
        <span className="flex items-start gap-3">
          <OutcomeMark outcome="fail" className="mt-0.5" />
          <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4 gap-y-0.5">
            <span className="min-w-0 font-medium max-sm:basis-full sm:flex-1">{check.title}</span>
            <span className="text-muted-foreground text-small sm:w-28">
              <ThemeLabel theme={check.theme} />
            </span>
            <span className="sm:w-16">
              <Badge tone={check.severity === "error" ? "bad" : "neutral"}>{check.severity}</Badge>
            </span>
            <span className="text-muted-foreground max-sm:text-small sm:w-24 sm:text-right">
              {formatCount(check.count, "repository", "repositories")}
            </span>
          </span>
        </span>
      }
    >
      <div className="flex flex-col gap-3 pl-7">
        <p className="max-w-prose">
          <Prose text={check.remediation} />
        </p>
        <ResourceList resources={check.resources} />
        <FailingRepositories check={check} />
      </div>
    </Disclosure>
  );
}

function FailingRepositories({ check: { repositories, whyHref } }: { readonly check: FailingCheck }) {
  const others = repositories.length - namedMax;
  return (
    <LinkArea>
      <p className="text-muted-foreground text-small *:underline *:decoration-border *:underline-offset-4 *:hover:text-foreground">
        In{" "}
        {repositories.slice(0, namedMax).map(({ name, href }, place) => (
          <Fragment key={name}>
            {place > 0 ? ", " : ""}
            <a href={href}>{name}</a>
          </Fragment>
        ))}
        {others > 0 ? (
          <>
            {" "}
            and <a href={whyHref}>{formatCount(others, "more repository", "more repositories")}</a>
          </>
        ) : null}
      </p>
    </LinkArea>
  );
}
