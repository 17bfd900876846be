import { isAbsolute } from "node:path";
import { z } from "zod";
import { processConfig } from "#lib/config/process-config.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { Source } from "#lib/scan/create-provider.ts";

/** SourceChoice is what a person says of an organization to connect: its provider, and its name or folder. */
export interface SourceChoice {
  readonly provider: string;
  readonly name: string;
}

const pathLengthMax = 1_000;

const choiceSchema = z.discriminatedUnion(
  "provider",
  [
    z.object({
      provider: z.literal("github"),
      // What GitHub allows in a login, and nothing that could be another path.
      name: z
        .string()
        .trim()
        .regex(
          /^[a-z0-9](?:[a-z0-9_-]{0,98})$/i,
          "Give the organization's name as it stands in its address, https://github.com/NAME.",
        ),
    }),
    z.object({
      provider: z.literal("local"),
      name: z
        .string()
        .trim()
        .max(pathLengthMax, `The path may have ${pathLengthMax} characters.`)
        .refine(isAbsolute, "Give the whole path of the folder, from / on."),
    }),
  ],
  "Choose where the repositories are: on GitHub, or in a folder.",
);

/** readSource is the source that a person chose. @throws AppError `parse` that says what is missing. */
export function readSource(choice: SourceChoice): Source {
  const parsed = choiceSchema.safeParse(choice);
  if (!parsed.success) throw new AppError("parse", parsed.error.issues.map(({ message }) => message).join(" "));
  const { provider, name } = parsed.data;
  return provider === "github"
    ? { provider, location: processConfig().github.restUrl, login: name }
    : { provider, location: name, login: name };
}
