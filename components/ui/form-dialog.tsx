"use client";

import { type FormEvent, type ReactNode, useRef, useState, useTransition } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { homeOf } from "./focus-home.ts";

/** FormOutcome is what sending a form came to: done, or in words why not. */
export type FormOutcome = { readonly done: true } | { readonly problem: string };

export interface FormDialogProps {
  readonly title: string;
  /** One line: what happens with what is entered. */
  readonly note: string;
  /** What the button says that opens the dialog. */
  readonly trigger: ReactNode;
  readonly triggerVariant?: "primary" | "outline" | "quiet";
  /** What the button says that sends the form, and what it says while that is under way. */
  readonly submit: readonly [ready: string, pending: string];
  readonly send: (form: FormData) => Promise<FormOutcome>;
  readonly children: ReactNode;
}

/** FormDialog asks for something and sends it. While something is wrong, what was entered stays beside the reason. */
export function FormDialog(props: FormDialogProps) {
  const { title, note, trigger, triggerVariant = "outline", submit, send, children } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const opener = useRef<HTMLButtonElement>(null);
  const home = useRef<HTMLElement>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const line = homeOf(opener.current);
    startTransition(async () => {
      const outcome = await send(form);
      setProblem("problem" in outcome ? outcome.problem : null);
      if ("problem" in outcome) return;
      home.current = line;
      setIsOpen(false);
    });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => {
        setIsOpen(open);
        setProblem(null);
        home.current = null;
      }}
      onClosed={() => (home.current ?? opener.current)?.focus()}
      title={title}
      note={note}
      trigger={
        <Button ref={opener} variant={triggerVariant} className="needs-scripts">
          {trigger}
        </Button>
      }
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        {children}
        <div className="flex flex-wrap items-center justify-end gap-3">
          {problem === null ? null : (
            <p role="alert" className="min-w-0 flex-1 break-words text-fail text-small">
              {problem}
            </p>
          )}
          <Button type="submit" variant="primary" disabled={isPending}>
            {isPending ? submit[1] : submit[0]}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
