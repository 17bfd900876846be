import Link from "next/link";
import { cn } from "#components/ui/class-names.ts";
import { TableFiles } from "#components/ui/table-files.tsx";
import { formatNofN, formatNumber, formatPercent } from "#lib/format/format.ts";

/** DistributionPart is one part of a whole, in its order. */
export interface DistributionPart {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** A CSS colour; `none` is an outline, `unknown` is hatched. */
  readonly fill: string;
  /** Leads to what is counted. */
  readonly href?: string;
}

export interface DistributionProps {
  /** What is counted: "repositories". */
  readonly noun: string;
  readonly parts: readonly DistributionPart[];
}

/** Distribution is a whole in ordered parts: one bar, and under it each part with its count and share. */
export function Distribution({ noun, parts }: DistributionProps) {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  return (
    <figure>
      <DistributionBar parts={parts} className="h-8 print:h-5" />
      <figcaption className="sr-only">{distributionSummary(noun, parts)}</figcaption>
      <TableFiles name={`How many ${noun}`}>
        <table className="mt-4 w-full print:mt-2">
          <thead className="sr-only">
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Count</th>
              <th scope="col">Share</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr
                key={part.id}
                className={cn("border-t first:border-t-0", part.count === 0 && "text-muted-foreground")}
              >
                <th
                  scope="row"
                  className="flex items-center gap-2.5 py-1.5 text-left font-normal print:py-0.5 print:text-small"
                >
                  <Swatch fill={part.fill} />
                  {part.label}
                </th>
                <td className="w-14 py-1.5 text-right font-medium print:py-0.5">
                  {part.href === undefined || part.count === 0 ? (
                    formatNumber(part.count)
                  ) : (
                    <Link
                      href={part.href}
                      className="underline-offset-4 hover:underline"
                      aria-label={`${part.label}: ${formatNumber(part.count)}`}
                    >
                      {formatNumber(part.count)}
                    </Link>
                  )}
                </td>
                <td className="w-16 py-1.5 text-right text-muted-foreground print:py-0.5">
                  {total === 0 ? "–" : formatPercent(part.count / total)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFiles>
    </figure>
  );
}

/** DistributionBar is the bar alone; whoever places it in a table gives it words. */
export function DistributionBar({
  parts,
  className,
}: Pick<DistributionProps, "parts"> & { readonly className?: string }) {
  const shown = parts.filter((part) => part.count > 0);
  if (shown.length === 0) return <div aria-hidden className={cn("rounded-md border border-dashed", className)} />;
  return (
    <div aria-hidden className={cn("flex gap-0.5", className)}>
      {shown.map((part) => (
        <div
          key={part.id}
          data-hint={`${part.label}: ${part.count}`}
          className={cn(
            "h-full min-w-1 first:rounded-l-md last:rounded-r-md",
            part.fill === "none" && "border border-input bg-card",
            part.fill === "unknown" && "hatched border border-unknown",
          )}
          style={{ flexGrow: part.count, ...(isColor(part.fill) ? { background: part.fill } : {}) }}
        />
      ))}
    </div>
  );
}

/** distributionSummary says a distribution in one sentence: the largest part first, empty parts left out. */
export function distributionSummary(noun: string, parts: readonly DistributionPart[]): string {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  if (total === 0) return `No ${noun} to tell apart yet.`;
  const words = parts
    .filter((part) => part.count > 0)
    .toSorted((left, right) => right.count - left.count)
    .map((part) => `${part.label} ${formatNofN({ numerator: part.count, denominator: total, unknown: 0 })}`);
  return `Of ${formatNumber(total)} ${noun}: ${words.join(", ")}.`;
}

function isColor(fill: string): boolean {
  return fill !== "none" && fill !== "unknown";
}

function Swatch({ fill }: { readonly fill: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        "size-3 shrink-0 rounded-[3px]",
        fill === "none" && "border border-input bg-card",
        fill === "unknown" && "hatched border border-unknown",
      )}
      style={isColor(fill) ? { background: fill } : undefined}
    />
  );
}
