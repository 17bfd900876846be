import { createParser } from "nuqs";
import type { TableSort } from "./table-rows.ts";

/** sortParser reads and writes a sort in the address: `age.desc`. What does not parse counts as not asked. */
export const sortParser = createParser<NonNullable<TableSort>>({
  parse(text) {
    const match = /^([a-z0-9-]+)\.(asc|desc)$/.exec(text);
    if (!match?.[1]) return null;
    return { column: match[1], direction: match[2] === "desc" ? "desc" : "asc" };
  },
  serialize: (sort) => `${sort.column}.${sort.direction}`,
  eq: (left, right) => left.column === right.column && left.direction === right.direction,
});
