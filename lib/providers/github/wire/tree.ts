import { z } from "zod";

/** treeSchema is the answer of `GET /repos/{owner}/{repo}/git/trees/{sha}`. Paths are relative to the asked tree. */
export const treeSchema = z.object({
  tree: z.array(
    z.object({
      path: z.string().min(1),
      /** Octal, as git writes it: `100644`. */
      mode: z
        .string()
        .regex(/^[0-7]{5,6}$/)
        .transform((mode) => Number.parseInt(mode, 8)),
      sha: z.string().min(1),
      size: z.number().nullish(),
    }),
  ),
  truncated: z.boolean(),
});

/** WireTree is what treeSchema gives. */
export type WireTree = z.infer<typeof treeSchema>;
