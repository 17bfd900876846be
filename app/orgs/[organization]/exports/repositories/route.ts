import { allRepositories } from "#components/repository/repositories-body.tsx";
import { describeRepositoryTable } from "#components/repository/repository-table.ts";
import { readRepositories } from "#lib/views/repositories.ts";
import { exportOf } from "../export-of.ts";

export const GET = exportOf(readRepositories, (view, parameters) =>
  describeRepositoryTable(allRepositories(view), parameters),
);
