import { describeInputsTable } from "#components/input/inputs-table.tsx";
import { readInputs } from "#lib/views/inputs.ts";
import { exportOf } from "../export-of.ts";

export const GET = exportOf(
  (context, organization, { team }) => readInputs(context, organization, typeof team === "string" ? team : null),
  describeInputsTable,
);
