"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { LineMark } from "#components/ui/line-mark.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { changeViewsAction, type ViewsState } from "./saved-views.action.ts";
import { useViewsHere, type ViewsHere } from "./use-views-here.tsx";
import { ViewsForm } from "./views-form.tsx";

// As lucide draws it, https://lucide.dev/icons.
const bookmarkLine =
  "M17 3a2 2 0 0 1 2 2v15a1 1 0 0 1-1.496.868l-4.512-2.578a2 2 0 0 0-1.984 0l-4.512 2.578A1 1 0 0 1 5 20V5a2 2 0 0 1 2-2z";

/** ViewsMenu names what the page that is open is asked, and renames or removes such names. */
export function ViewsMenu() {
  const here = useViewsHere();
  // What was refused on one page is not said on another.
  return here === null ? null : <MenuOf key={here.page} here={here} />;
}

function MenuOf({ here }: { readonly here: ViewsHere }) {
  const { slug, page, query, views, current } = here;
  const [state, action, isPending] = useActionState<ViewsState, FormData>(changeViewsAction, null);
  return (
    <>
      <Popover
        label="Views of this page"
        align="end"
        trigger={
          <Button>
            <LineMark line={bookmarkLine} />
            Views
          </Button>
        }
      >
        <p className="font-semibold">Views of this page</p>
        <p className="mt-1 text-muted-foreground text-small">{explain(here)}</p>
        {current !== null || query === "" ? null : (
          <ViewsForm slug={slug} label="Save this view" id="" nameLabel="Name" name="" state={state} action={action}>
            <input type="hidden" name="page" value={page} />
            <input type="hidden" name="query" value={query} />
            <Button type="submit" name="change" value="save" variant="primary" size="small" disabled={isPending}>
              Save view
            </Button>
          </ViewsForm>
        )}
        {views.length === 0 ? null : (
          <ul aria-label="Saved" className="mt-3 flex flex-col border-t pt-2">
            {views.map(({ id, name }) => (
              <li key={id}>
                <details>
                  <summary className="cursor-pointer truncate py-1.5">{name}</summary>
                  <ViewsForm
                    slug={slug}
                    label={`Change ${name}`}
                    id={id}
                    nameLabel="New name"
                    name={name}
                    state={state}
                    action={action}
                  >
                    <Button type="submit" name="change" value="rename" size="small" disabled={isPending}>
                      Rename
                    </Button>
                    <Button type="submit" name="change" value="remove" size="small" disabled={isPending} formNoValidate>
                      Remove
                    </Button>
                  </ViewsForm>
                </details>
              </li>
            ))}
          </ul>
        )}
      </Popover>
      {state !== null && "problem" in state ? (
        // Without scripts the answer is a new page, on which the panel is closed.
        <noscript>
          <p role="alert" className="basis-full text-fail text-small">
            {state.problem}
          </p>
        </noscript>
      ) : null}
    </>
  );
}

function explain({ query, current }: ViewsHere): string {
  if (current !== null) return `What is shown now is “${current.name}”.`;
  if (query === "") return "Filter, sort or choose something; then give it a name here, for everybody to open.";
  return "Give what is shown now a name, for everybody to open.";
}
