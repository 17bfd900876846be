import { Button } from "#components/ui/button.tsx";
import { BarePage } from "./bare-page.tsx";

/** ProblemPage says why nothing can be shown, and how to mend it: the database is down or held, the settings are wrong. */
export function ProblemPage({ problem }: { readonly problem: string }) {
  return (
    <BarePage title="Flakeboard cannot show anything now.">
      <p role="alert">{problem}</p>
      {/* Asks for the same page again. */}
      <form>
        <Button type="submit">Try again</Button>
      </form>
    </BarePage>
  );
}
