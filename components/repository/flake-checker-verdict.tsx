import { flakeCheckerWords } from "#lib/views/flake-checker-words.ts";
import type { FlakeItem } from "#lib/views/repository-parts.ts";

/** FlakeCheckerVerdict is what flake-checker says of a lock, and why Flakeboard says otherwise where it does. */
export function FlakeCheckerVerdict({ comparison }: { readonly comparison: FlakeItem["flakeChecker"] }) {
  if (comparison === null) return null;
  const { verdict, differences } = comparison;
  return (
    <div className="border-t px-5 py-3">
      <p>
        <span className="text-muted-foreground">flake-checker says:</span> {flakeCheckerWords(verdict)}{" "}
        {differences.length === 0 ? <span className="text-muted-foreground">Flakeboard agrees.</span> : null}
      </p>
      {differences.length === 0 ? null : (
        <ul className="mt-1 flex max-w-prose list-disc flex-col gap-1 pl-5 text-muted-foreground">
          {differences.map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
