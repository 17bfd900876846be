import Link from "next/link";
import { redirect } from "next/navigation";
import { BarePage } from "#components/frame/bare-page.tsx";
import { ProblemPage } from "#components/frame/problem-page.tsx";
import { StartCommands } from "#components/scan/start-commands.tsx";
import { Button } from "#components/ui/button.tsx";
import { currentReadContext, orProblem } from "#lib/views/current-read-context.ts";
import { readFirstOrganization } from "#lib/views/frame.ts";
import { organizationHref } from "#lib/views/hrefs.ts";

export const dynamic = "force-dynamic";

export default async function RootPage() {
  const first = await orProblem(async () => readFirstOrganization(await currentReadContext()));
  if ("problem" in first) return <ProblemPage problem={first.problem} />;
  if (first.value !== null) redirect(organizationHref(first.value));
  return (
    <BarePage title="No organization yet.">
      <p>How far Nix has come, team by team, and what to do next: it will stand here after the first scan.</p>
      <Button asChild variant="primary" className="self-start">
        <Link href="/setup">Connect an organization</Link>
      </Button>
      <StartCommands />
    </BarePage>
  );
}
