import { redirect } from "next/navigation";
import { BarePage } from "#components/frame/bare-page.tsx";
import { StartCommands } from "#components/scan/start-commands.tsx";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readFirstOrganization } from "#lib/views/frame.ts";
import { organizationHref } from "#lib/views/hrefs.ts";

export const dynamic = "force-dynamic";

export default async function RootPage() {
  const slug = await readFirstOrganization(await currentReadContext());
  if (slug !== null) redirect(organizationHref(slug));
  return (
    <BarePage title="No organization yet.">
      <p>How far Nix has come, team by team, and what to do next: it will stand here after the first scan.</p>
      <StartCommands />
    </BarePage>
  );
}
