"use client";

import { type FormEvent, useState, useTransition } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import type { CommandResult } from "#lib/commands/run-command.ts";
import type { PolicyFieldItem } from "#lib/views/policy-settings.ts";
import { changePolicyFieldAction, resetPolicyFieldAction } from "./change-settings.action.ts";
import { policyWords } from "./policy-words.ts";

export interface PolicyFieldFormProps {
  readonly slug: string;
  readonly item: PolicyFieldItem;
}

/** PolicyFieldForm changes one field of the policy; what was written stays in place while something is wrong with it. */
export function PolicyFieldForm({ slug, item: { field, parts, isChanged } }: PolicyFieldFormProps) {
  const [outcome, setOutcome] = useState<CommandResult | null>(null);
  const [isPending, startTransition] = useTransition();
  const { title, note } = policyWords[field];
  const run = (change: () => Promise<CommandResult>) => startTransition(async () => setOutcome(await change()));
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    run(() => changePolicyFieldAction(slug, field, form));
  };
  return (
    <SectionCard title={title} note={note} actions={isChanged ? <Badge tone="accent">Changed</Badge> : null}>
      <form onSubmit={save} aria-label={title} className="flex flex-1 flex-col gap-3">
        {parts.map((part) => (
          <PolicyBox key={`${part.name} ${part.text}`} part={part} />
        ))}
        <div className="needs-scripts mt-auto flex flex-wrap items-center justify-end gap-2">
          <Outcome outcome={outcome} />
          {isChanged ? (
            <Button size="small" disabled={isPending} onClick={() => run(() => resetPolicyFieldAction(slug, field))}>
              Back to the default
            </Button>
          ) : null}
          <Button size="small" type="submit" disabled={isPending} aria-label={`Save ${title}`}>
            {isPending ? "Saving…" : "Save"}
          </Button>
        </div>
      </form>
    </SectionCard>
  );
}

// More lines than these scroll inside the box.
const rowsMin = 2;
const rowsMax = 8;

function PolicyBox({
  part: { name, label, kind, text, defaultText },
}: {
  readonly part: PolicyFieldItem["parts"][number];
}) {
  if (kind === "lines") {
    const rows = Math.min(rowsMax, Math.max(rowsMin, text.split("\n").length));
    return (
      <span>
        <TextArea label={label} name={name} defaultValue={text} rows={rows} />
        <DefaultLines text={text} defaultText={defaultText} />
      </span>
    );
  }
  const type = kind === "day" ? "date" : kind;
  return (
    <span className={kind === "text" ? undefined : "max-w-48"}>
      <TextField label={label} name={name} type={type} defaultValue={text} required />
      {text === defaultText ? null : (
        <span className="mt-1 block text-muted-foreground text-small">Default: {defaultText}</span>
      )}
    </span>
  );
}

function DefaultLines({ text, defaultText }: { readonly text: string; readonly defaultText: string }) {
  if (text === defaultText) return null;
  if (defaultText === "") return <span className="mt-1 block text-muted-foreground text-small">Default: none</span>;
  return (
    <details className="mt-1 text-muted-foreground text-small">
      <summary>The default</summary>
      <pre className="mt-1 max-h-48 overflow-y-auto whitespace-pre-wrap break-words font-mono">{defaultText}</pre>
    </details>
  );
}

function Outcome({ outcome }: { readonly outcome: CommandResult | null }) {
  if (outcome === null) return null;
  return "problem" in outcome ? (
    <p role="alert" className="min-w-0 flex-1 break-words text-fail text-small">
      {outcome.problem}
    </p>
  ) : (
    <p role="status" className="min-w-0 flex-1 text-muted-foreground text-small">
      Saved. Repositories are judged by it in the next moments.
    </p>
  );
}
