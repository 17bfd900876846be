import type { ReactNode } from "react";
import { TextField } from "#components/ui/text-field.tsx";
import { viewNameMax } from "#lib/model/saved-view.ts";
import type { ViewsState } from "./saved-views.action.ts";

export interface ViewsFormProps {
  readonly slug: string;
  readonly label: string;
  /** Of the view that it changes; empty for a new one. */
  readonly id: string;
  /** What the field of the name is called. */
  readonly nameLabel: string;
  /** The name as it is. */
  readonly name: string;
  readonly state: ViewsState;
  readonly action: (form: FormData) => void;
  /** Its buttons, and what it sends besides. */
  readonly children: ReactNode;
}

/** ViewsForm asks for the name of a view. A name that was refused stays in it, beside the reason. */
export function ViewsForm({ slug, label, id, nameLabel, name, state, action, children }: ViewsFormProps) {
  const refused = state !== null && "problem" in state && state.id === id ? state : null;
  return (
    <form action={action} aria-label={label} className="flex flex-wrap items-end gap-2 pt-2 pb-1">
      {/* A field, not bound to the action: without scripts React waits for what is bound anew in each render, for ever. */}
      <input type="hidden" name="organization" value={slug} />
      <input type="hidden" name="id" value={id} />
      <div className="min-w-0 basis-full">
        <TextField
          label={nameLabel}
          name="name"
          required
          maxLength={viewNameMax}
          autoComplete="off"
          defaultValue={refused?.name ?? name}
        />
      </div>
      {children}
      {refused === null ? null : (
        <p role="alert" className="basis-full text-fail text-small">
          {refused.problem}
        </p>
      )}
    </form>
  );
}
