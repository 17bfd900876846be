import { describeAuditTable } from "#components/settings/audit-table.tsx";
import { readAudit } from "#lib/views/audit.ts";
import { exportOf } from "../export-of.ts";

export const GET = exportOf(readAudit, describeAuditTable);
