/**
 * overviewPath leads from a page that is not there to the overview of its organization; from an overview that is not
 * there, and from outside of any organization, to the first page.
 *
 * @param pathname as it stands in the address, with its escapes.
 */
export function overviewPath(pathname: string): string {
  return /^(\/orgs\/[^/]+)\/./.exec(pathname)?.[1] ?? "/";
}
