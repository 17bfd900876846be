import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every source of a page and its parts, by its path. */
const sources: ReadonlyMap<string, string> = new Map(
  ["app", "components"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".tsx"))
      .map((name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), "utf8")] as const),
  ),
);

function filesWith(text: string): readonly string[] {
  return [...sources].filter(([, source]) => source.includes(text)).map(([path]) => path);
}

// What other tables are made of, and what stands on paper only.
const exempt = ["components/ui/rows-table.tsx", "components/team-report/report-repositories.tsx"];

it("every table of every page can be taken away as a file", () => {
  const plain = filesWith("<table ").filter((path) => !exempt.includes(path));

  expect(plain.length).toBeGreaterThan(0);
  for (const path of plain) expect([path, sources.get(path)?.includes("<TableFiles")]).toEqual([path, true]);
  expect(filesWith("<RowsTable").toSorted()).toEqual(["components/ui/data-table.tsx", "components/ui/paged-table.tsx"]);
  expect(sources.get("components/ui/data-table.tsx")).toContain("<TableToolbar");
  expect(sources.get("components/ui/paged-table.tsx")).toContain("<PagedTableToolbar");
});
