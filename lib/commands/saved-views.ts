import { z } from "zod";
import { AppError } from "#lib/errors/app-error.ts";
import { type SavedView, viewNameMax, viewQueryMax, viewsMax, viewsOfPageMax } from "#lib/model/saved-view.ts";
import { hasControl, viewPageOf, viewQueryOf } from "#lib/model/view-page.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { changeSavedViews, type SavedViewChange } from "#lib/store/saved-views.ts";
import { type CommandResult, runCommand } from "./run-command.ts";

/** ViewForm is what a person enters to keep what a page is asked: the name, and the page's own address. */
export interface ViewForm {
  readonly name: string;
  /** The page's path below the organization's address. */
  readonly page: string;
  /** What stands behind the `?`. */
  readonly query: string;
}

const nameSchema = z
  .string()
  .transform((name) => name.trim().replaceAll(/\s+/g, " "))
  .pipe(
    z
      .string()
      .min(1, "Give it a name.")
      .max(viewNameMax, `A name has ${viewNameMax} characters at most.`)
      .refine((name) => !hasControl(name), "The name holds characters that cannot be seen."),
  );

/** saveView names what a page is asked, for everybody in the organization. */
export function saveView(slug: string, form: ViewForm): Promise<CommandResult> {
  return change(slug, (views) => planSave(views, form));
}

/** renameView gives a view another name. */
export function renameView(slug: string, id: string, name: string): Promise<CommandResult> {
  return change(slug, (views) => planRename(views, id, name));
}

/** removeView takes a view away; what it asked can still be asked. */
export function removeView(slug: string, id: string): Promise<CommandResult> {
  return change(slug, (views) => planRemove(views, id));
}

/** ViewPlan is a change that may be made, and its line in the record of changes. */
export interface ViewPlan {
  readonly change: SavedViewChange;
  readonly summary: string;
}

function change(slug: string, plan: (views: readonly SavedView[]) => ViewPlan): Promise<CommandResult> {
  return runCommand(slug, async ({ database, actor, organization, at }) => {
    let summary = "";
    await changeSavedViews(
      database,
      actor,
      organization.id,
      (views) => {
        const planned = plan(views);
        summary = planned.summary;
        return planned.change;
      },
      at,
    );
    await recordAudit(database, actor, { organizationId: organization.id, action: "view-changed", summary, at });
  });
}

/** planSave checks a new view against those that are there. @throws AppError with what is wrong, in words. */
export function planSave(views: readonly SavedView[], form: ViewForm): ViewPlan {
  const name = readName(form.name);
  const page = viewPageOf(form.page);
  if (page === null) throw new AppError("parse", "What this page shows cannot be kept under a name.");
  const query = viewQueryOf(page, new URLSearchParams(form.query));
  if (query === "")
    throw new AppError("parse", "There is nothing to keep yet: filter, sort or choose something first.");
  if (query.length > viewQueryMax)
    throw new AppError("parse", "This asks for more than a view can keep. Ask for less.");
  const here = views.filter((view) => view.page === page.page);
  refuseTakenName(here, name);
  const same = here.find((view) => view.query === query);
  if (same !== undefined) throw new AppError("conflict", `“${same.name}” shows exactly this already.`);
  if (here.length >= viewsOfPageMax)
    throw new AppError("conflict", `This page has ${viewsOfPageMax} views already; remove one first.`);
  if (views.length >= viewsMax)
    throw new AppError("conflict", `The organization has ${viewsMax} views already; remove one first.`);
  return {
    change: { kind: "add", page: page.page, query, name },
    summary: `Saved the view “${name}” of ${pageWords(page.page)}: ${query}`,
  };
}

/** planRename checks a new name of a view. @throws AppError with what is wrong, in words. */
export function planRename(views: readonly SavedView[], id: string, newName: string): ViewPlan {
  const view = found(views, id);
  const name = readName(newName);
  refuseTakenName(
    views.filter((one) => one.page === view.page && one.id !== id),
    name,
  );
  return {
    change: { kind: "rename", id, name },
    summary: `Renamed the view “${view.name}” of ${pageWords(view.page)} to “${name}”.`,
  };
}

/** planRemove checks that a view is there. @throws AppError when it is not. */
export function planRemove(views: readonly SavedView[], id: string): ViewPlan {
  const view = found(views, id);
  return {
    change: { kind: "remove", id },
    summary: `Removed the view “${view.name}” of ${pageWords(view.page)}: ${view.query}`,
  };
}

function readName(name: string): string {
  const parsed = nameSchema.safeParse(name);
  if (parsed.success) return parsed.data;
  throw new AppError("parse", parsed.error.issues.map(({ message }) => message).join(" "));
}

function refuseTakenName(views: readonly SavedView[], name: string): void {
  const taken = views.find((view) => view.name.toLowerCase() === name.toLowerCase());
  if (taken !== undefined) throw new AppError("conflict", `There is a view “${taken.name}” on this page already.`);
}

function found(views: readonly SavedView[], id: string): SavedView {
  const view = views.find((one) => one.id === id);
  if (view === undefined) throw new AppError("not-found", "This view is not here any more.");
  return view;
}

function pageWords(page: string): string {
  return page === "" ? "the overview" : page;
}
