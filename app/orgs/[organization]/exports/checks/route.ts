import { describeChecksTable } from "#components/check/checks-table.tsx";
import { readChecks } from "#lib/views/checks.ts";
import { exportOf } from "../export-of.ts";

export const GET = exportOf(readChecks, describeChecksTable);
