import { Check, Circle, TriangleAlert, X } from "lucide-react";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { AskedGrants } from "#lib/commands/ask-grants.ts";

type Line = Extract<AskedGrants, { readonly status: "told" }>["lines"][number];

/** Granted is what the credentials may do, line by line: what is needed, what is missing, what is more than needed. */
export async function Granted({ asked }: { readonly asked: Promise<AskedGrants | null> }) {
  const grants = await asked;
  if (grants === null) return null;
  if (grants.status === "problem") {
    return (
      <p role="alert" className="text-fail">
        {grants.problem}
      </p>
    );
  }
  const { lines, expiresAt } = grants;
  return (
    <div className="flex flex-col gap-3">
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
    </div>
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
