"use server";

import { revalidatePath } from "next/cache";
import { cancelScan } from "#lib/commands/cancel-scan.ts";

/** StopScanState is why the scan could not be stopped; null while nothing went wrong. */
export type StopScanState = { readonly problem: string } | null;

/** stopScan stops the scan that the form names. */
export async function stopScan(_previous: StopScanState, form: FormData): Promise<StopScanState> {
  const [slug, scanId] = [form.get("organization"), form.get("scan")];
  if (typeof slug !== "string" || typeof scanId !== "string") return { problem: "The form names no scan." };
  const result = await cancelScan(slug, scanId);
  if ("problem" in result) return result;
  revalidatePath("/orgs/[organization]", "layout");
  return null;
}
