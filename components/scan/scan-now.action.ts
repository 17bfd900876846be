"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requestScan } from "#lib/commands/request-scan.ts";
import { scanHref } from "#lib/views/hrefs.ts";

/** ScanNowState is what became of the last press; null before the first. */
export type ScanNowState = { readonly problem: string } | null;

/** scanNow asks for a scan of the organization named in the form and opens its page, or says why there is none. */
export async function scanNow(_previous: ScanNowState, form: FormData): Promise<ScanNowState> {
  const slug = form.get("organization");
  if (typeof slug !== "string" || slug === "") return { problem: "The form names no organization." };
  const outcome = await requestScan(slug);
  if ("problem" in outcome) return { problem: outcome.problem };
  // The rail knows of the running scan only when the layout is read again.
  revalidatePath("/orgs/[organization]", "layout");
  redirect(scanHref(slug, outcome.scanId));
}
