import Link from "next/link";
import { PageHeader } from "#components/frame/page-header.tsx";
import { Button } from "#components/ui/button.tsx";

export default function NotFound() {
  return (
    <PageHeader
      title="There is nothing here."
      hasViews={false}
      sentence="The organization has nothing of that name. It may have been renamed or removed since the link was made."
      details={
        <Button asChild>
          <Link href="/">Open the overview</Link>
        </Button>
      }
    />
  );
}
