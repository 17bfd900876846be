import { describeScansTable } from "#components/scan/scans-table.tsx";
import { readScans } from "#lib/views/scans.ts";
import { exportOf } from "../export-of.ts";

export const GET = exportOf(readScans, describeScansTable);
