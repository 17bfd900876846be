import { PageHeader } from "#components/frame/page-header.tsx";

export default function NotFound() {
  return (
    <PageHeader
      title="There is nothing here."
      sentence="The organization has nothing of that name. It may have been renamed or removed since the link was made."
    />
  );
}
