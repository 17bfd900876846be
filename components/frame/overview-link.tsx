"use client";

import Link from "next/link";
import { useParams } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { organizationHref } from "#lib/views/hrefs.ts";

/** OverviewLink leads to the overview of the organization in whose pages it stands, which a page that is not there cannot name. */
export function OverviewLink() {
  const { organization } = useParams<{ organization: string }>();
  return (
    <Button asChild>
      <Link href={organizationHref(decodeURIComponent(organization))}>Open the overview</Link>
    </Button>
  );
}
