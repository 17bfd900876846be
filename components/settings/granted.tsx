import { Check, Circle, TriangleAlert, X } from "lucide-react";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { type AskedGrants, grantsKeptMinutes } from "#lib/commands/ask-grants.ts";
import { AskAgain } from "./ask-again.tsx";

type Told = Extract<AskedGrants, { readonly status: "told" }>;
type Line = Told["lines"][number];

export interface GrantedProps {
  readonly asked: Promise<AskedGrants | null>;
  readonly slug: string;
}

/** Granted is what the credentials may do, when GitHub was asked, and a way to ask it again. */
export async function Granted({ asked, slug }: GrantedProps) {
  const grants = await asked;
  if (grants === null) return null;
  return (
    <div className="flex flex-col gap-3">
      {grants.status === "told" ? (
        <ToldLines told={grants} />
      ) : (
        <p role="alert" className="text-fail">
          {grants.problem}
        </p>
      )}
      <div className="flex flex-wrap items-center justify-between gap-2 text-muted-foreground text-small">
        <p>
          GitHub was asked <RelativeTime instant={grants.askedAt} />
          {grants.status === "told" ? `; its answer is kept for ${grantsKeptMinutes} minutes.` : "."}
        </p>
        <AskAgain slug={slug} />
      </div>
    </div>
  );
}

/** ToldLines is what the credentials may do, line by line: what is needed, what is missing, what is more than needed. */
function ToldLines({ told: { lines, expiresAt } }: { readonly told: Told }) {
  return (
    <>
      {lines.length === 0 ? (
        <p>
          GitHub does not tell what this kind of token may do. “Check now” asks for everything that a scan needs, and
          shows it.
        </p>
      ) : (
        <ul aria-label="What the credentials may do" className="flex flex-col gap-1.5">
          {lines.map((line) => (
            <GrantedLine key={line.name} line={line} />
          ))}
        </ul>
      )}
      <p className="text-muted-foreground">
        {expiresAt === null ? (
          "GitHub names no day on which they end."
        ) : (
          <>
            They end <RelativeTime instant={expiresAt} />.
          </>
        )}
      </p>
    </>
  );
}

const looks = {
  granted: { icon: Check, tone: "text-pass", state: "Granted" },
  missing: { icon: X, tone: "text-fail", state: "Missing" },
  optional: { icon: Circle, tone: "text-muted-foreground", state: "Not granted, and seldom needed" },
  spare: { icon: TriangleAlert, tone: "text-notice-foreground", state: "More than needed" },
} as const satisfies Record<Line["state"], unknown>;

function GrantedLine({ line: { name, state, words } }: { readonly line: Line }) {
  const { icon: Icon, tone, state: title } = looks[state];
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)] items-start gap-x-2.5">
      <Icon className={`mt-0.5 size-4 ${tone}`} role="img" aria-label={title} />
      <span className="break-words">
        <span className="font-mono text-small">{name}</span> <span className="text-muted-foreground">{words}</span>
      </span>
    </li>
  );
}
