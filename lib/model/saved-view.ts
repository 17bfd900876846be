/** SavedView is the name that an organization gave to what it asks of a page. */
export interface SavedView {
  readonly id: string;
  /** The page below the organization's address, as `viewPageOf` writes it: `repositories`, `checks/inputs-fresh`. */
  readonly page: string;
  /** What is asked of it, as in an address behind the `?`, as `viewQueryOf` writes it; never empty. */
  readonly query: string;
  /** Unique on its page, in upper or lower case. */
  readonly name: string;
}

/** More names than this on one page are no help to find one. */
export const viewsOfPageMax = 20;

/** All pages of an organization together; the frame of every page carries them. */
export const viewsMax = 200;

/** In characters: what fits in a line of links. */
export const viewNameMax = 60;

/** In characters, escaped: room for a dozen columns, choices and a text. */
export const viewQueryMax = 1_000;
