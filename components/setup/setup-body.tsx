import Link from "next/link";
import { PageHeader } from "#components/frame/page-header.tsx";
import { ThemeToggle } from "#components/frame/theme-toggle.tsx";
import { FlakeMark } from "#components/glyph/flake-mark.tsx";
import type { SourceChoice } from "#lib/commands/source-choice.ts";
import type { ConnectionTrial } from "#lib/commands/try-connection.ts";
import type { SetupView } from "#lib/views/setup.ts";
import { Credentials } from "./credentials.tsx";
import { SourceForm } from "./source-form.tsx";
import { Trial } from "./trial.tsx";

export interface SetupBodyProps {
  readonly view: SetupView;
  readonly choice: SourceChoice | null;
  /** What is being tried, or why the choice names nothing; null before anything was chosen. */
  readonly trial: { readonly value: ConnectionTrial } | { readonly problem: string } | null;
}

/** SetupBody leads from nothing to the first scan: credentials, the organization, its checks, a trial, the scan. */
export function SetupBody({ view, choice, trial }: SetupBodyProps) {
  return (
    <div className="min-h-dvh">
      <header className="flex h-14 items-center justify-between gap-3 border-b bg-rail px-4 sm:px-8">
        <Link href="/" className="flex h-9 items-center gap-2.5 rounded-md px-1 font-semibold text-lead tracking-tight">
          <FlakeMark className="size-6 text-primary" />
          Flakeboard
        </Link>
        <div className="flex">
          <ThemeToggle />
        </div>
      </header>
      <main className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-8">
        <PageHeader
          title="Connect an organization"
          sentence="Flakeboard reads repositories and never writes to them. Nothing is recorded until you start the scan."
        />
        <div className="flex flex-col gap-5">
          <Credentials credentials={view.credentials} />
          <SourceForm
            choice={choice}
            restUrl={view.credentials.restUrl}
            problem={trial !== null && "problem" in trial ? trial.problem : null}
          />
          {choice !== null && trial !== null && "value" in trial ? <Trial choice={choice} trial={trial.value} /> : null}
        </div>
      </main>
    </div>
  );
}
