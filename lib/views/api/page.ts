import { z } from "zod";
import { AppError } from "#lib/errors/app-error.ts";
import { listOrganizations, type OrganizationRecord } from "#lib/store/organizations.ts";
import type { ReadContext } from "../read-context.ts";

/** Key is where a row stands in its list: compared part by part, as text. */
export type Key = readonly string[];

const keySchema = z.array(z.string().max(500)).min(1).max(6);

/** pageParameters are what every list takes. */
export const pageParameters = {
  organization: z
    .string()
    .max(200)
    .optional()
    .describe("The slug of an organization; without it, the list goes through all of them."),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe("How many items a page has at most."),
  cursor: z.string().max(2_000).optional().describe("The `next` of the page before."),
} as const;

/** PageParameters are those, read. */
export type PageParameters = z.output<z.ZodObject<typeof pageParameters>>;

/** pageOf is a page of a list: `next` is the cursor of the page behind it, null on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item).readonly(), next: z.string().nullable() });
}

/** Page is a page, as it is answered. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** OrganizationRows is one list of an organization: its rows in the order of their keys, behind `after`, at most `limit`. */
export interface OrganizationRows<Row> {
  readonly rows: (organization: OrganizationRecord, after: Key | null, limit: number) => Promise<readonly Row[]>;
  readonly keyOf: (row: Row) => Key;
}

/**
 * readPage is a page of a list that goes through one organization or all. A row that comes or goes between two pages
 * moves no other one, because a cursor names the last row that was given and not its number.
 *
 * @returns null when there is no organization of that slug.
 * @throws AppError `parse` for a cursor that no page gave.
 */
export async function readPage<Row, Item>(
  { database }: ReadContext,
  { organization, limit, cursor }: PageParameters,
  { rows, keyOf }: OrganizationRows<Row>,
  itemOf: (row: Row, organization: OrganizationRecord) => Item,
): Promise<Page<Item> | null> {
  const known = await listOrganizations(database);
  const chosen = known.filter(({ slug }) => organization === undefined || slug === organization);
  if (organization !== undefined && chosen.length === 0) return null;
  const [slugBefore = "", ...keyBefore] = cursor === undefined ? [] : decodeCursor(cursor);
  const found: { readonly item: Item; readonly key: Key }[] = [];
  for (const one of chosen.toSorted((a, b) => compareText(a.slug, b.slug))) {
    if (one.slug < slugBefore) continue;
    const after = one.slug === slugBefore && keyBefore.length > 0 ? keyBefore : null;
    // One more than the page tells whether there is another page.
    for (const row of await rows(one, after, limit + 1 - found.length)) {
      found.push({ item: itemOf(row, one), key: [one.slug, ...keyOf(row)] });
    }
    if (found.length > limit) break;
  }
  const last = found[limit - 1];
  return {
    items: found.slice(0, limit).map(({ item }) => item),
    next: found.length > limit && last !== undefined ? encodeCursor(last.key) : null,
  };
}

/** behind is the part of a list, whole and in any order, that a page asks for. */
export function behind<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  after: Key | null,
  limit: number,
): readonly Row[] {
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .filter(({ key }) => after === null || compareKeys(key, after) > 0)
    .sort((one, other) => compareKeys(one.key, other.key))
    .slice(0, limit)
    .map(({ row }) => row);
}

function compareKeys(one: Key, other: Key): number {
  for (const [index, part] of one.entries()) {
    const order = compareText(part, other[index] ?? "");
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function encodeCursor(key: Key): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

function decodeCursor(cursor: string): Key {
  const key = keySchema.safeParse(tryParse(Buffer.from(cursor, "base64url").toString()));
  if (key.success) return key.data;
  throw new AppError("parse", "The cursor is none that this list gave. Begin again without it.");
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
