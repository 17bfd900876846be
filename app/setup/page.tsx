import type { Metadata } from "next";
import { ProblemPage } from "#components/frame/problem-page.tsx";
import { SetupBody } from "#components/setup/setup-body.tsx";
import { tryConnection } from "#lib/commands/try-connection.ts";
import { processConfig } from "#lib/config/process-config.ts";
import { currentReadContext, orProblem } from "#lib/views/current-read-context.ts";
import { readSetup } from "#lib/views/setup.ts";

interface SetupPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export const metadata: Metadata = { title: "Connect an organization" };

/** The address holds what is being connected: `?provider=github&name=acme`. Opening it asks, and records nothing. */
export default async function SetupPage({ searchParams }: SetupPageProps) {
  const { provider, name } = await searchParams;
  const view = await orProblem(async () => readSetup(await currentReadContext(), processConfig()));
  if ("problem" in view) return <ProblemPage problem={view.problem} />;
  const choice = typeof provider === "string" && typeof name === "string" ? { provider, name } : null;
  const trial = choice === null ? null : await orProblem(() => tryConnection(choice));
  return <SetupBody view={view.value} choice={choice} trial={trial} />;
}
