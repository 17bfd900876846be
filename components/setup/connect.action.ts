"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { connectOrganization } from "#lib/commands/connect-organization.ts";
import { scanHref } from "#lib/views/hrefs.ts";

/** ConnectState is what became of the last press; null before the first. */
export type ConnectState = { readonly problem: string } | null;

/** connectAction connects the organization of the form and opens the progress of its first scan, or says why not. */
export async function connectAction(_previous: ConnectState, form: FormData): Promise<ConnectState> {
  const outcome = await connectOrganization({
    provider: String(form.get("provider") ?? ""),
    name: String(form.get("name") ?? ""),
  });
  if ("problem" in outcome) return outcome;
  revalidatePath("/", "layout");
  redirect(scanHref(outcome.slug, outcome.scanId));
}
