import { PageSkeleton } from "#components/frame/page-skeleton.tsx";

export default function Loading() {
  return <PageSkeleton shape="table" />;
}
