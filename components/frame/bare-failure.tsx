import { Button } from "#components/ui/button.tsx";
import { BarePage } from "./bare-page.tsx";
import type { FailureProps } from "./page-failure.tsx";

/** BareFailure stands in place of a page that could not be made, outside of any organization. */
export function BareFailure({ error, retry }: FailureProps) {
  return (
    <BarePage title="This page could not be made.">
      <p>
        The server log says why{error.digest ? `, under ${error.digest}` : ""}. <code>flakeboard doctor</code> checks
        configuration and database.
      </p>
      <div>
        <Button onClick={retry}>Try again</Button>
      </div>
    </BarePage>
  );
}
