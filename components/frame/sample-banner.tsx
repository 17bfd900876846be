import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { removeSampleAction } from "./remove-sample.action.ts";

interface SampleBannerProps {
  /** A real organization is connected, so the sample has done its work. */
  readonly isReplaced: boolean;
}

/**
 * SampleBanner says on every page of the sample organization that it is one, and how to connect a real one; once one
 * is, how to remove the sample.
 */
export function SampleBanner({ isReplaced }: SampleBannerProps) {
  return (
    <aside
      aria-label="Sample organization"
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-notice-border border-b bg-notice px-4 py-2 text-notice-foreground text-small sm:px-8 print:hidden"
    >
      <p>
        <strong className="font-semibold">This is a sample organization</strong> with invented repositories.
      </p>
      {isReplaced ? (
        <form action={removeSampleAction}>
          <Button type="submit" size="small">
            Remove it
          </Button>
        </form>
      ) : (
        <Button asChild size="small">
          <Link href="/setup">Connect your own</Link>
        </Button>
      )}
    </aside>
  );
}
