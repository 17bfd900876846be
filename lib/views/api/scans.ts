import { z } from "zod";
import { authorizeRead } from "#lib/access/authorize.ts";
import type { Scan } from "#lib/model/scan.ts";
import { listScans } from "#lib/store/scans.ts";
import { defineEndpoint } from "./endpoint.ts";
import { type Key, pageOf, pageParameters, readPage } from "./page.ts";
import { scanOf, scanSchema } from "./scan-document.ts";

const keyOf = (scan: Scan): Key => [scan.id];

/** scansEndpoint lists scans, the latest first. */
export const scansEndpoint = defineEndpoint({
  path: "/scans",
  summary: "Scans, the latest first",
  parameters: z.strictObject(pageParameters),
  answer: pageOf(scanSchema),
  read: async (context, parameters) => {
    authorizeRead(context.actor);
    return readPage(
      context,
      parameters,
      {
        keyOf,
        rows: ({ id }, after, limit) => {
          const [before] = after ?? [];
          return listScans(context.database, id, { limit, ...(before === undefined ? {} : { before }) });
        },
      },
      (scan, { slug }) => scanOf(slug, scan),
    );
  },
});
