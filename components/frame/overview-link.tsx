import { headers } from "next/headers";
import Link from "next/link";
import { Button } from "#components/ui/button.tsx";

/** OverviewLink leads on from a page that is not there: to the overview of the organization that its address names. */
export async function OverviewLink() {
  // A page that is not there has no parameters; the proxy, which sees the address, says where it leads.
  const path = (await headers()).get("x-overview") ?? "/";
  return (
    <Button asChild>
      <Link href={path}>Open the overview</Link>
    </Button>
  );
}
