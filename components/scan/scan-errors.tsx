import { SectionCard } from "#components/ui/section-card.tsx";
import { formatNumber } from "#lib/format/format.ts";
import type { ScanView } from "#lib/views/scan.ts";
import { failureWords } from "./failure-words.ts";

/** ScanErrors are the failures of a scan by cause: how many, what to do, and one of them. */
export function ScanErrors({ errors }: Pick<ScanView, "errors">) {
  return (
    <SectionCard title="Errors by cause" isFlush>
      <ul>
        {errors.map(({ code, count, example }) => (
          <li key={code} className="flex gap-4 border-t px-5 py-2.5">
            <span className="w-8 shrink-0 text-right font-medium">{formatNumber(count)}</span>
            <span className="min-w-0">
              <span className="font-medium">{failureWords[code].title}</span>{" "}
              <span className="text-muted-foreground">{failureWords[code].mend}</span>
              <span className="block text-muted-foreground text-small [overflow-wrap:anywhere]">
                {count === 1 ? "" : "For one: "}
                {example} ({code})
              </span>
            </span>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
