"use server";

import { rescanRepository } from "#lib/commands/rescan-repository.ts";

/** RescanState is what the press came to; null before the first. */
export type RescanState = { readonly isAsked: true } | { readonly problem: string } | null;

/** rescan has the repository that the form names looked at again. */
export async function rescan(_previous: RescanState, form: FormData): Promise<RescanState> {
  const [slug, name] = [form.get("organization"), form.get("repository")];
  if (typeof slug !== "string" || typeof name !== "string") return { problem: "The form names no repository." };
  const result = await rescanRepository(slug, name);
  return "problem" in result ? result : { isAsked: true };
}
