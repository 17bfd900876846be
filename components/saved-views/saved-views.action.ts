"use server";

import { revalidatePath } from "next/cache";
import type { CommandResult } from "#lib/commands/run-command.ts";
import { removeView, renameView, saveView } from "#lib/commands/saved-views.ts";

/**
 * ViewsState is what sending one of the forms came to; null before. A refused name stays, to be mended, with the id of
 * its view, empty for a new one.
 */
export type ViewsState =
  | { readonly done: true }
  | { readonly problem: string; readonly name: string; readonly id: string }
  | null;

/** changeViewsAction saves, renames or removes a view, by which button of the form was pressed. */
export async function changeViewsAction(_previous: ViewsState, form: FormData): Promise<ViewsState> {
  const text = (field: string) => {
    const value = form.get(field);
    return typeof value === "string" ? value : "";
  };
  const [id, name] = [text("id"), text("name")];
  const result = await change(text("organization"), text("change"), {
    id,
    name,
    page: text("page"),
    query: text("query"),
  });
  if ("problem" in result) return { ...result, name, id };
  // The frame of every page carries the views.
  revalidatePath("/orgs/[organization]", "layout");
  return result;
}

function change(
  slug: string,
  kind: string,
  { id, ...form }: { readonly id: string; readonly name: string; readonly page: string; readonly query: string },
): Promise<CommandResult> {
  if (kind === "remove") return removeView(slug, id);
  return kind === "rename" ? renameView(slug, id, form.name) : saveView(slug, form);
}
