"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type ChangeEvent, type ReactNode, useEffect, useEffectEvent, useRef, useTransition } from "react";
import { isNarrowScreen, onNarrowScreen } from "./narrow-screen.ts";

export interface TableFormProps {
  /** Fields whose names are the parameters of the address. */
  readonly children: ReactNode;
  readonly label: string;
  readonly className?: string;
}

/** TableForm asks the server for other rows as soon as a field changes, and keeps the question in the address. */
export function TableForm({ children, label, className }: TableFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const pathname = usePathname();
  const asked = useSearchParams().toString();
  const [isAsking, startTransition] = useTransition();

  function ask(changed: string) {
    if (form.current === null) return;
    const search = new URLSearchParams(asked);
    const data = new FormData(form.current);
    // The usual columns are not in the address; they come into it when a reader chooses.
    const names = [...new Set(data.keys())].filter((name) => name !== "columns" || changed === "columns");
    for (const name of ["page", ...names]) search.delete(name);
    for (const name of names) {
      const value = data.getAll(name).join(",");
      if (value !== "") search.set(name, value);
    }
    startTransition(() => router.replace(`${pathname}?${search.toString()}`, { scroll: false }));
  }

  // What was typed or chosen before the scripts came is asked now.
  const askEarlier = useEffectEvent(() => {
    const field = [...(form.current?.elements ?? [])].find(isAnswered);
    if (field !== undefined) ask(field.name);
  });
  useEffect(() => askEarlier(), []);

  // The address may change by a link, as by "Clear filters"; what someone is typing is left alone.
  const shown = useRef(asked);
  useEffect(() => {
    if (shown.current === asked) return;
    shown.current = asked;
    const search = new URLSearchParams(asked);
    for (const field of form.current?.elements ?? []) {
      if (field === document.activeElement) continue;
      if (field instanceof HTMLSelectElement) field.value = search.get(field.name) ?? "";
      if (field instanceof HTMLInputElement && field.type === "search") field.value = search.get(field.name) ?? "";
      checkWhereShown(field);
    }
  }, [asked]);

  // Which columns a phone leaves out, the server cannot know.
  useEffect(() => {
    const check = () => [...(form.current?.elements ?? [])].forEach(checkWhereShown);
    check();
    return onNarrowScreen(check);
  }, []);

  return (
    <search>
      <form
        ref={form}
        method="get"
        aria-label={label}
        aria-busy={isAsking}
        onChange={(event: ChangeEvent<HTMLFormElement>) => ask(event.target.name)}
        className={className}
      >
        {children}
      </form>
    </search>
  );
}

/** Checks the box of a column when the column is shown, which on a phone the usual ones may not be. */
function checkWhereShown(field: Element): void {
  if (!(field instanceof HTMLInputElement) || field.type !== "checkbox") return;
  field.checked = field.defaultChecked && !(field.dataset.wideOnly !== undefined && isNarrowScreen());
}

/** Says whether a reader has changed a field since the page was written. */
function isAnswered(field: Element): field is HTMLInputElement | HTMLSelectElement {
  if (field instanceof HTMLInputElement)
    return field === document.activeElement && field.type === "search" && field.value !== field.defaultValue;
  if (!(field instanceof HTMLSelectElement)) return false;
  const written = [...field.options].find((option) => option.defaultSelected);
  return written !== undefined && !written.selected;
}
