import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import type { ErrorCode } from "#lib/model/error-code.ts";

export interface FailureProps {
  readonly error: Error & { readonly digest?: string };
  readonly retry: () => void;
}

/** PageFailure stands in place of a page that could not be made, in the frame of its organization. */
export function PageFailure({ error, retry }: FailureProps) {
  const isDatabaseGone = error.digest === ("database-unavailable" satisfies ErrorCode);
  return (
    <ErrorState title="This page could not be made." action={<Button onClick={retry}>Try again</Button>}>
      {isDatabaseGone
        ? "The database does not answer now; the server log says why. Nothing was changed."
        : `The server log says why${error.digest ? `, under ${error.digest}` : ""}. Nothing was changed.`}
    </ErrorState>
  );
}
