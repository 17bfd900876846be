import { describeTeamsTable } from "#components/team/teams-table.tsx";
import { readTeams } from "#lib/views/teams.ts";
import { exportOf } from "../export-of.ts";

export const GET = exportOf(readTeams, describeTeamsTable);
