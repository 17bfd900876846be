import { Badge } from "#components/ui/badge.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import type { FlakeItem } from "#lib/views/repository-parts.ts";
import { FlakeCheckerVerdict } from "./flake-checker-verdict.tsx";
import { InputsTable } from "./inputs-table.tsx";

export interface FlakeCardProps {
  readonly flake: FlakeItem;
  /** Its place among the repository's flakes, for the keys in the address. */
  readonly index: number;
  /** The day on which the list of branches was read. */
  readonly branchesAsOf: string;
}

/** FlakeCard is one flake of a repository: where it is, what its lock holds, and its inputs. */
export function FlakeCard({ flake, index, branchesAsOf }: FlakeCardProps) {
  const path = flake.directory === "." ? "flake.nix" : `${flake.directory}/flake.nix`;
  return (
    <SectionCard
      title={path}
      isFlush
      note={
        <>
          {flake.description ? <span>{flake.description}. </span> : null}
          <LockWords lock={flake.lock} />
        </>
      }
      actions={flake.role === "main" ? undefined : <Badge data-hint="Does not count as adoption">{flake.role}</Badge>}
    >
      {flake.parse.status === "error" ? (
        <div className="px-5 pb-4">
          <ErrorState title="Nix would not accept this flake.">
            {flake.parse.message} (line {flake.parse.line}, column {flake.parse.column})
          </ErrorState>
        </div>
      ) : null}
      {flake.parse.status === "unread" ? (
        <p className="hatched mx-5 mb-4 rounded-md px-3 py-2">Unknown: {flake.parse.message}</p>
      ) : null}
      {flake.outputs ? <Outputs outputs={flake.outputs} /> : null}
      {flake.lock.status === "error" || flake.lock.status === "unread" ? (
        <div className="px-5 pb-4">
          <ErrorState title="flake.lock cannot be read, so ages and revisions are unknown.">
            {flake.lock.message}
          </ErrorState>
        </div>
      ) : null}
      {flake.parse.status === "ok" || flake.inputs.length > 0 ? (
        <InputsTable
          name={`Inputs of ${path}`}
          inputs={flake.inputs}
          prefix={index === 0 ? "" : `f${index}-`}
          branchesAsOf={branchesAsOf}
        />
      ) : null}
      <FlakeCheckerVerdict comparison={flake.flakeChecker} />
    </SectionCard>
  );
}

function Outputs({ outputs }: { readonly outputs: NonNullable<FlakeItem["outputs"]> }) {
  const { names, isComplete } = outputs;
  if (names.length === 0 && isComplete) return <p className="px-5 pb-4 text-muted-foreground">It offers nothing.</p>;
  return (
    <p className="flex flex-wrap items-center gap-1.5 px-5 pb-4">
      <span className="text-muted-foreground">Offers</span>
      {names.map((name) => (
        <Badge key={name} className="font-mono font-normal!">
          {name}
        </Badge>
      ))}
      {isComplete ? null : (
        <span className="text-muted-foreground">
          {names.length === 0 ? "what cannot be told without evaluating" : "and perhaps more"}
        </span>
      )}
    </p>
  );
}

function LockWords({ lock }: { readonly lock: FlakeItem["lock"] }) {
  if (lock.status === "missing") return <span>No flake.lock: every build may take other inputs.</span>;
  if (lock.status !== "ok") return null;
  const unreachable = lock.nodes - lock.reachable;
  return (
    <span>
      The lock has {formatCount(lock.nodes, "node", "nodes")}, {formatNumber(lock.nixpkgsNodes)} of them Nixpkgs
      {unreachable > 0 ? `, ${formatNumber(unreachable)} out of reach` : ""}.
    </span>
  );
}
