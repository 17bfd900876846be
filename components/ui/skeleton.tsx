import { cn } from "./class-names.ts";

/** Skeleton stands where something will be, in its size, so that nothing moves when it comes. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <div aria-hidden className={cn("skeleton", className)} />;
}

/** LoadingWord tells a screen reader that the page is on its way. */
export function LoadingWord() {
  return (
    <span role="status" className="sr-only">
      Loading
    </span>
  );
}
