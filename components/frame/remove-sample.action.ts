"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { removeSample } from "#lib/commands/remove-sample.ts";

/** removeSampleAction removes the sample organization and opens the one that is left. */
export async function removeSampleAction(): Promise<void> {
  await removeSample();
  revalidatePath("/", "layout");
  redirect("/");
}
