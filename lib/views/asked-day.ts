import { z } from "zod";
import type { Day } from "#lib/model/instant.ts";

const daySchema = z.iso.date();

/** askedDay is the day that an address names; null when it names none. */
export function askedDay(text: string | null): Day | null {
  return daySchema.safeParse(text).data ?? null;
}
