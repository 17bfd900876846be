import { extractFacts } from "#lib/facts/extract-facts.ts";
import type { SnapshotFiles } from "#lib/facts/snapshot-files.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import { unknown } from "#lib/model/observed.ts";

/**
 * pastFacts observes one repository at one commit of the past, of which only a region was listed: the root, `.github`,
 * and the folders of its flakes. Secrets may stand in any file, so they are unknown there, not absent.
 *
 * Of a repository that shows no Nix today only the root was listed, and none of its files read: nothing is told of it
 * but that its root held no flake.
 */
export function pastFacts(files: SnapshotFiles, isRootOnly: boolean): RepositoryFacts {
  const facts = extractFacts(files);
  const notRead = unknown("not-read");
  const secrets = { ...facts.secrets, plaintext: notRead, keyFileReads: notRead };
  if (!isRootOnly) return { ...facts, secrets };
  return {
    ...facts,
    secrets,
    updateAutomation: notRead,
    flakeChecker: notRead,
    nixActions: notRead,
    integration: notRead,
    publishing: { places: [], unread: "not-read" },
    caching: { ...facts.caching, unread: "not-read" },
    knowledge: { ...facts.knowledge, entries: notRead },
  };
}
