import { describeWaiversTable } from "#components/waiver/waivers-table.tsx";
import { readWaivers } from "#lib/views/waivers.ts";
import { exportOf } from "../export-of.ts";

export const GET = exportOf(readWaivers, describeWaiversTable);
