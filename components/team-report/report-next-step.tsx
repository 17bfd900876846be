import { Prose } from "#components/ui/prose.tsx";
import { formatNumber } from "#lib/format/format.ts";
import type { FailingCheck } from "#lib/views/failing-checks.ts";

const namedMax = 4;

/** ReportNextStep is the one thing for a team to do next, on paper: what, where, how, and where one reads about it. */
export function ReportNextStep({ gravest }: { readonly gravest: FailingCheck | undefined }) {
  if (gravest === undefined) {
    return <p>No check fails here. The stages of each repository say what comes next.</p>;
  }
  const { title, remediation, resources, repositories } = gravest;
  const names = repositories.slice(0, namedMax).map(({ name }) => name);
  const others = repositories.length - names.length;
  const [resource] = resources;
  return (
    <>
      <p className="line-clamp-4 [overflow-wrap:anywhere]">
        <span className="font-medium">Mend “{title}”</span>
        {others > 0 ? ` in ${formatNumber(repositories.length)} repositories, among them ` : " in "}
        {names.join(", ")}.
      </p>
      <p>
        <Prose text={remediation} />
      </p>
      {resource === undefined ? null : (
        <p>
          {resource.title}: <span className="break-all text-muted-foreground">{resource.url}</span>
        </p>
      )}
    </>
  );
}
