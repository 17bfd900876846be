import { EmptyState } from "#components/ui/empty-state.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { TableFiles } from "#components/ui/table-files.tsx";
import type { TrialReading } from "#lib/commands/try-connection.ts";
import { formatCount } from "#lib/format/format.ts";
import { stageNames } from "#lib/model/stage.ts";

type TrialRepository = TrialReading["repositories"][number];

const cell = "border-t px-3 py-2 align-top first:pl-5 last:pr-5";

/** TrialTable is what a few repositories showed when they were read on trial. */
export function TrialTable({ repositories }: Pick<TrialReading, "repositories">) {
  if (repositories.length === 0) {
    return <EmptyState title="None of the first repositories counts: they are archived, forks or empty." />;
  }
  return (
    <TableFiles name="A first look" className="px-5 pb-4">
      <ScrollRegion label="A first look, scrolls sideways" className="overflow-x-auto">
        <table className="w-full border-separate border-spacing-0 text-left">
          <caption className="sr-only">A first look at a few repositories</caption>
          <thead>
            <tr className="text-muted-foreground text-small">
              {["Repository", "Nix", "Stages", "What fails"].map((head) => (
                <th key={head} scope="col" className={`${cell} font-medium`}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {repositories.map((repository) => (
              <tr key={repository.fullName}>
                <th scope="row" className={`${cell} font-medium`}>
                  {repository.fullName}
                </th>
                <Found repository={repository} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </TableFiles>
  );
}

function Found({ repository }: { readonly repository: TrialRepository }) {
  if (repository.status === "failed") {
    return (
      <td colSpan={3} className={`${cell} text-fail`}>
        {repository.problem}
      </td>
    );
  }
  const { stages, failing } = repository;
  return (
    <>
      <td className={`${cell} whitespace-nowrap`}>{nixWords(repository)}</td>
      <td className={cell}>{stages.length === 0 ? "none yet" : stages.map((stage) => stageNames[stage]).join(", ")}</td>
      <td className={cell}>{failing.length === 0 ? "nothing" : failingWords(failing)}</td>
    </>
  );
}

function nixWords({ mainFlakes, usesNixWithoutFlake }: Extract<TrialRepository, { readonly status: "read" }>): string {
  if (mainFlakes > 0) return formatCount(mainFlakes, "flake", "flakes");
  return usesNixWithoutFlake ? "Nix without a flake" : "no Nix";
}

const titlesMax = 2;

function failingWords(failing: readonly string[]): string {
  const named = failing.slice(0, titlesMax).join("; ");
  const more = failing.length - titlesMax;
  return more > 0 ? `${named}; and ${more} more` : named;
}
