import { z } from "zod";
import { findCheck } from "#lib/checks/registry.ts";
import { themes } from "#lib/model/finding.ts";
import { type Resource, resourceKinds, resourceLevels } from "#lib/model/resource.ts";
import { stages } from "#lib/model/stage.ts";

const titleLengthMax = 120;
const summaryLengthMax = 240;
const urlLengthMax = 2_000;
// A working day: what takes longer is a course, which has its parts.
const minutesMax = 480;

const newResource = z.object({
  title: z
    .string("Give it a title.")
    .trim()
    .min(1, "Give it a title.")
    .max(titleLengthMax, `The title may have ${titleLengthMax} characters.`),
  url: z
    .string("Give its address.")
    .trim()
    .max(urlLengthMax, `The address may have ${urlLengthMax} characters.`)
    .pipe(z.url({ protocol: /^https$/, error: "The address has to begin with https:// and be whole." })),
  kind: z.enum(resourceKinds, "Choose what it is."),
  level: z.enum(resourceLevels, "Choose whom it suits."),
  theme: z.enum(themes, "Choose a theme."),
  stages: z.array(z.enum(stages, "One of the stages is not known.")),
  checks: z.array(z.string().refine((id) => findCheck(id) !== undefined, "One of the checks does not exist any more.")),
  summary: z
    .string("Say in one sentence what one can do afterwards.")
    .trim()
    .min(1, "Say in one sentence what one can do afterwards.")
    .max(summaryLengthMax, `The sentence may have ${summaryLengthMax} characters.`),
  minutes: z.preprocess(
    (text) => (text === "" ? null : Number(text)),
    z
      .int("The minutes are a whole number.")
      .min(1, "The minutes are a whole number.")
      .max(minutesMax, `The minutes may be ${minutesMax} at most.`)
      .nullable(),
  ),
});

/**
 * parseNewResource reads the form of a resource that a person adds.
 *
 * @returns the resource, or every problem in one line of sentences.
 */
export function parseNewResource(
  form: FormData,
): { readonly resource: Omit<Resource, "id"> } | { readonly problem: string } {
  const parsed = newResource.safeParse({
    title: form.get("title"),
    url: form.get("url"),
    kind: form.get("kind"),
    level: form.get("level"),
    theme: form.get("theme"),
    stages: form.getAll("stages"),
    checks: form.getAll("checks"),
    summary: form.get("summary"),
    minutes: form.get("minutes") ?? "",
  });
  if (parsed.success) return { resource: parsed.data };
  return { problem: [...new Set(parsed.error.issues.map(({ message }) => message))].join(" ") };
}
