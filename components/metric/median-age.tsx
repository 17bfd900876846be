import Link from "next/link";
import { formatMedianDays, medianInputsWords } from "#lib/format/median-words.ts";
import type { MedianAgeItem } from "#lib/views/median-age.ts";

/** MedianAge is the median age of all inputs in one line, which leads to the ages behind it; nothing without inputs. */
export function MedianAge({ item: { label, days, inputs, href } }: { readonly item: MedianAgeItem }) {
  if (inputs.denominator === 0) return null;
  return (
    <p>
      {label}:{" "}
      <Link href={href} className="font-medium text-foreground underline-offset-4 hover:underline">
        {formatMedianDays(days)}
      </Link>
      , of {medianInputsWords(inputs)}
    </p>
  );
}
