import { LoadingWord, Skeleton } from "#components/ui/skeleton.tsx";

export interface PageSkeletonProps {
  /** What the page is made of: figures and charts, one table, or a column of parts. */
  readonly shape: "overview" | "table" | "parts";
}

/** PageSkeleton holds the places of a page that is on its way, in their sizes. */
export function PageSkeleton({ shape }: PageSkeletonProps) {
  return (
    <div className="appear-late">
      <LoadingWord />
      <Skeleton className="h-[2.125rem] w-64" />
      <Skeleton className="mt-3 mb-8 h-6 w-full max-w-xl" />
      {shape === "overview" ? (
        <div className="flex flex-col gap-5">
          <Skeleton className="h-37" />
          <div className="grid gap-5 xl:grid-cols-[minmax(0,1.65fr)_minmax(0,1fr)]">
            <Skeleton className="h-105" />
            <Skeleton className="h-105" />
          </div>
          <Skeleton className="h-80" />
        </div>
      ) : null}
      {shape === "table" ? <Skeleton className="h-[60vh]" /> : null}
      {shape === "parts" ? (
        <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex flex-col gap-5">
            <Skeleton className="h-32" />
            <Skeleton className="h-80" />
          </div>
          <Skeleton className="h-105" />
        </div>
      ) : null}
    </div>
  );
}
