import { Suspense } from "react";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { SourceChoice } from "#lib/commands/source-choice.ts";
import type { ConnectionTrial } from "#lib/commands/try-connection.ts";
import { formatNofN, formatNumber } from "#lib/format/format.ts";
import { AttemptLine } from "./attempt-line.tsx";
import { StartFirstScan } from "./start-first-scan.tsx";
import { TrialTable } from "./trial-table.tsx";

export interface TrialProps {
  readonly choice: SourceChoice;
  readonly trial: ConnectionTrial;
}

/** Trial shows a connection as it is being tried: each line and the first repositories stand here when they are known. */
export function Trial({ choice, trial: { lines, reading } }: TrialProps) {
  // Another choice is another trial: nothing of the last one stays on the screen while it is asked.
  const key = `${choice.provider} ${choice.name}`;
  return (
    <>
      <SectionCard title="3. Checks" note="What a scan will ask, asked now.">
        <ul aria-live="polite" className="flex flex-col gap-2.5">
          {lines.map(({ name, attempt }) => (
            <Suspense key={`${key} ${name}`} fallback={<AttemptLine name={name} attempt="asking" />}>
              <ArrivingLine name={name} attempt={attempt} />
            </Suspense>
          ))}
        </ul>
      </SectionCard>
      <Suspense key={key} fallback={<ComingReading />}>
        <ArrivingReading choice={choice} reading={reading} />
      </Suspense>
    </>
  );
}

const firstLookTitle = "4. A first look";

/** The place of the table that is on its way: a head and ten lines, so that what stands below it need not move. */
function ComingReading() {
  return (
    <SectionCard title={firstLookTitle} note="Reading up to ten repositories…" isFlush>
      <div aria-hidden className="h-101.5 divide-y border-t">
        {Array.from({ length: 10 }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: these lines have nothing but their place
          <div key={place} className="flex h-10 items-center gap-8 px-5">
            <div className="h-3 w-1/4 rounded-md bg-muted" />
            <div className="h-3 w-1/6 rounded-md bg-muted" />
            <div className="h-3 w-1/3 rounded-md bg-muted" />
          </div>
        ))}
      </div>
    </SectionCard>
  );
}

async function ArrivingLine({ name, attempt }: ConnectionTrial["lines"][number]) {
  return <AttemptLine name={name} attempt={await attempt} />;
}

interface ArrivingReadingProps {
  readonly choice: SourceChoice;
  readonly reading: ConnectionTrial["reading"];
}

async function ArrivingReading({ choice, reading }: ArrivingReadingProps) {
  const attempt = await reading;
  if (attempt.status === "not-asked") {
    return <p className="px-5 text-muted-foreground">Mend what is marked above, then check again.</p>;
  }
  if (attempt.status === "problem") {
    return (
      <p role="alert" className="px-5 text-fail">
        {attempt.problem}
      </p>
    );
  }
  const { total, repositories } = attempt.value;
  return (
    <>
      <SectionCard
        title={firstLookTitle}
        note={`${formatNofN({ numerator: repositories.length, denominator: total, unknown: 0 })} repositories, those with a flake.nix first, by the default policy. Nothing of it is recorded.`}
        isFlush
      >
        <TrialTable repositories={repositories} />
      </SectionCard>
      <SectionCard
        title="5. Scan"
        note={`Reads all ${formatNumber(total)}, records what it finds, and from then on only what has changed.`}
      >
        <StartFirstScan choice={choice} />
      </SectionCard>
    </>
  );
}
