import type { RepositoryFacts } from "#lib/model/facts.ts";
import { unknownWords } from "./unknown-words.ts";

/**
 * unreadSettings says why settings of Nix may stand where nothing was read, as a summary; null when every place was
 * read. What actions and workflows of others set is not the repository's own and never asked for.
 */
export function unreadSettings({ caching, nixFiles }: RepositoryFacts): string | null {
  if (caching.unread !== null) return unknownWords.settings[caching.unread];
  const unreadFiles = nixFiles.total - nixFiles.read;
  if (unreadFiles === 0) return null;
  return `${unreadFiles} of ${nixFiles.total} Nix files were not read`;
}
