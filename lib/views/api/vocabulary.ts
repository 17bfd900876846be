import { z } from "zod";
import { themes } from "#lib/model/finding.ts";
import { stages } from "#lib/model/stage.ts";

/** The words of the vocabulary, as the API writes and takes them. */
export const outcomeSchema = z.enum(["pass", "fail", "unknown", "not-applicable"]);
export const severitySchema = z.enum(["error", "warning", "advice"]);
export const themeSchema = z.enum(themes);
export const stageSchema = z.enum(stages);
export const instantSchema = z.iso.datetime().describe("A moment in UTC.");

/** shareSchema is a part of a whole: what is unknown is in the denominator and never in the numerator. */
export const shareSchema = z.object({
  numerator: z.int().min(0),
  denominator: z.int().min(0),
  unknown: z.int().min(0),
});

/** ageSchema is an age in whole days, or why it is unknown. */
export const ageSchema = z.discriminatedUnion("known", [
  z.object({ known: z.literal(true), value: z.int().min(0).describe("Whole days.") }),
  z.object({ known: z.literal(false), reason: z.string() }),
]);

/** placeSchema is where something was seen: a path in the repository, and the line from 1. */
export const placeSchema = z.object({ path: z.string(), line: z.int().min(1).optional() });
