import type { Evidence } from "#lib/model/evidence.ts";
import type { EvidenceLink } from "./repository-parts.ts";

/** RepositoryPlace is a repository at a commit, as far as links need it. */
export interface RepositoryPlace {
  /** The repository's page; null when its provider has none. */
  readonly url: string | null;
  readonly commit: string | null;
}

/**
 * evidenceLink leads to the line at the commit, on providers that have pages.
 * Only an `https:` page is linked, or `http:` on this machine; a provider may say anything.
 */
export function evidenceLink({ path, line }: Evidence, { url, commit }: RepositoryPlace): EvidenceLink {
  const encodedPath = path.split("/").map(encodeURIComponent).join("/");
  const fragment = line === undefined ? "" : `#L${line}`;
  const href =
    url === null || commit === null || !isLinkable(url) ? null : `${url}/blob/${commit}/${encodedPath}${fragment}`;
  return { path, line: line ?? null, href };
}

/** commitHref leads to a commit; null where there are no pages. */
export function commitHref(commit: string, url: string | null): string | null {
  return url === null || !isLinkable(url) ? null : `${url}/commit/${commit}`;
}

/** linkableUrl keeps an address that a page may link to, and drops any other. */
export function linkableUrl(url: string | null): string | null {
  return url !== null && isLinkable(url) ? url : null;
}

function isLinkable(url: string): boolean {
  return /^https:\/\//i.test(url) || /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?\//i.test(url);
}
