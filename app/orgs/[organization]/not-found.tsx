import { OverviewLink } from "#components/frame/overview-link.tsx";
import { PageHeader } from "#components/frame/page-header.tsx";

export default function NotFound() {
  return (
    <PageHeader
      title="There is nothing here."
      hasViews={false}
      sentence="The organization has nothing of that name. It may have been renamed or removed since the link was made."
      details={<OverviewLink />}
    />
  );
}
