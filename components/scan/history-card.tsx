import Link from "next/link";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import type { HistoryItem } from "#lib/views/scans.ts";

/** HistoryCard is how far the past is rebuilt from git, and the repositories for which it could not be, with why. */
export function HistoryCard({ history: { observed, rebuilt, failed, failures } }: { readonly history: HistoryItem }) {
  const left = Math.max(0, observed - rebuilt - failed);
  return (
    <SectionCard
      title="The past"
      note="What repositories were before the first scan, rebuilt from git behind each scan."
    >
      <p>
        {observed === 0
          ? "It is rebuilt once the first scan has finished."
          : `Rebuilt for ${formatNumber(rebuilt)} of ${formatCount(observed, "repository", "repositories")}.`}
        {left > 0 ? ` ${formatCount(left, "is", "are")} still to come.` : ""}
      </p>
      <ProgressBar
        label="History rebuilt"
        total={observed > 0 ? observed : 1}
        parts={[
          { id: "rebuilt", count: rebuilt, className: "bg-primary" },
          { id: "failed", count: failed, className: "border-2 border-fail bg-fail-soft" },
        ]}
        className="mt-2"
      />
      {failures.length === 0 ? null : (
        <details className="mt-3">
          <summary>
            {formatCount(failed, "could not be rebuilt", "could not be rebuilt")}; the next run tries again
          </summary>
          <ul className="mt-2 flex flex-col gap-1.5">
            {failures.map(({ repository, href, message, code }) => (
              <li key={repository}>
                <Link href={href} className="font-medium underline-offset-4 hover:underline">
                  {repository}
                </Link>
                <span className="block text-muted-foreground text-small [overflow-wrap:anywhere]">
                  {message} ({code})
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </SectionCard>
  );
}
