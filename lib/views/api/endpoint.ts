import { z } from "zod";
import { AppError } from "#lib/errors/app-error.ts";
import type { ReadContext } from "../read-context.ts";

/** Endpoint is one address below `/api/v1`. The document that describes the API is made from these. */
export interface Endpoint {
  /** `/repositories/{owner}/{name}`: a name in braces is a parameter, every other one stands in the query. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly parameters: z.ZodObject;
  readonly answer: z.ZodType;
  /**
   * read answers a request; null when there is no such thing.
   *
   * @param raw the parameters as the address has them, still encoded as text.
   * @throws AppError `parse` for a parameter that is unknown or not as it should be.
   */
  readonly read: (context: ReadContext, raw: Readonly<Record<string, string>>) => Promise<unknown>;
}

interface EndpointDefinition<Parameters extends z.ZodObject, Answer extends z.ZodType>
  extends Pick<Endpoint, "path" | "summary"> {
  readonly parameters: Parameters;
  readonly answer: Answer;
  readonly read: (context: ReadContext, parameters: z.output<Parameters>) => Promise<z.input<Answer> | null>;
}

/** defineEndpoint ties what an endpoint takes and gives to the code that answers it. */
export function defineEndpoint<Parameters extends z.ZodObject, Answer extends z.ZodType>(
  definition: EndpointDefinition<Parameters, Answer>,
): Endpoint {
  const { path, summary, parameters, answer } = definition;
  return {
    path,
    summary,
    parameters,
    answer,
    read: (context, raw) => definition.read(context, parseParameters(parameters, raw)),
  };
}

function parseParameters<Parameters extends z.ZodObject>(
  parameters: Parameters,
  raw: Readonly<Record<string, string>>,
): z.output<Parameters> {
  const result = parameters.safeParse(raw);
  if (result.success) return result.data;
  throw new AppError("parse", `The address is not as it should be. ${z.prettifyError(result.error)}`);
}
