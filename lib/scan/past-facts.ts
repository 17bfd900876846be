import { extractFacts } from "#lib/facts/extract-facts.ts";
import type { SnapshotFiles } from "#lib/facts/snapshot-files.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import { unknown } from "#lib/model/observed.ts";

/**
 * pastFacts observes one repository at one commit of the past, of which only a region was listed: the root, `.github`,
 * and the folders of its flakes.
 *
 * What a family finds in files of any folder is unknown there, not absent: secrets, what is trusted, the ways in. Of a
 * repository without Nix only the root was listed, and nothing but flakes and files of the root is told.
 */
export function pastFacts(files: SnapshotFiles, isRootOnly: boolean): RepositoryFacts {
  const facts = extractFacts(files);
  const notRead = unknown("not-read");
  return {
    ...facts,
    caching: { ...facts.caching, trust: notRead, ...(isRootOnly ? { caches: notRead, keys: notRead } : {}) },
    secrets: { ...facts.secrets, plaintext: notRead, keyFileReads: notRead },
    knowledge: { ...facts.knowledge, entries: notRead },
    ...(isRootOnly
      ? {
          updateAutomation: notRead,
          flakeChecker: notRead,
          nixActions: notRead,
          integration: notRead,
          publishing: notRead,
        }
      : {}),
  };
}
