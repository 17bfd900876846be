import type { AppError } from "#lib/errors/app-error.ts";
import type { Grants } from "#lib/model/grants.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { ProviderKind, Repository, RepositoryIdentity } from "#lib/model/repository.ts";
import type { Team } from "#lib/model/team.ts";
import type { FileText, Tree, TreeEntry } from "#lib/model/tree.ts";

/** SourceOrganization is the organization itself, as its provider names it. */
export interface SourceOrganization {
  readonly providerId: string;
  readonly login: string;
  readonly name: string;
  readonly url: string | null;
  /** Whether it says of itself that it is Flakeboard's sample; only `local` can. */
  readonly isSample: boolean;
}

/**
 * InventoryItem is one line of the inventory: a repository with the entries of its tree that the inventory shows for
 * free, or the reason why the provider would not tell (a failed row, never a failed inventory).
 */
export type InventoryItem =
  | {
      readonly status: "listed";
      readonly repository: Repository;
      /** All entries of the root, and those of the `inventoryPaths` that exist. Empty when the repository is empty. */
      readonly entries: readonly TreeEntry[];
    }
  | { readonly status: "failed"; readonly owner: string; readonly name: string; readonly error: AppError };

/** InventoryPage is some lines of the inventory. */
export interface InventoryPage {
  /** How many repositories the organization has, as far as is known from the first page on. */
  readonly total: number;
  readonly items: readonly InventoryItem[];
  /** Where the inventory goes on. Null on the last page, and where a reading can only begin anew. */
  readonly next: string | null;
}

/**
 * Located is where a repository is that an inventory did not show, as its provider tells by its id: with another owner
 * (`moved`), there but not to be seen (`hidden`), or no longer known (`gone`: deleted, or hidden without a word). One
 * that is `present` is the organization's after all.
 */
export interface Located {
  readonly providerId: string;
  readonly whereabouts:
    | { readonly status: "present" | "hidden" | "gone" }
    | { readonly status: "moved"; readonly owner: string; readonly name: string };
}

/** CustomProperty is one custom property that is set on a repository. One that takes a single value has one. */
export interface CustomProperty extends RepositoryIdentity {
  readonly property: string;
  readonly values: readonly string[];
}

/** inventoryPaths are the paths below the root whose entries every inventory shows: the places of CODEOWNERS, and settings. */
export const inventoryPaths = [".github/CODEOWNERS", "docs/CODEOWNERS", ".github/flakeboard.yml"] as const;

/** BlobRequest names one file's content. Requests may span repositories, so that a provider can batch them. */
export interface BlobRequest {
  readonly repository: Repository;
  readonly entry: TreeEntry;
}

/** BlobResult is the outcome for one request; `failed` keeps the error for that repository's row. */
export interface BlobResult {
  readonly request: BlobRequest;
  readonly outcome: FileText | { readonly status: "failed"; readonly error: AppError };
}

/** HistoryRequest asks for the commits since a moment that touched any of `paths`, files or folders, up to the head. */
export interface HistoryRequest {
  readonly repository: Repository;
  readonly paths: readonly string[];
  readonly since: Instant;
}

/** HistoryCommit is one commit of the past with the entries of its root. */
export interface HistoryCommit {
  readonly commit: string;
  readonly committedAt: Instant;
  readonly entries: readonly TreeEntry[];
}

/** HistoryReading is the past of one repository, or why it could not be read. */
export type HistoryReading =
  | {
      readonly status: "read";
      /** In the order in which they came to be; a date that runs backwards is moved up to the one before. */
      readonly commits: readonly HistoryCommit[];
      /**
       * What stood before the first of them: its first parent, or the head when nothing was touched. Null when the
       * first one began the repository, or when what stood before it cannot be seen.
       */
      readonly before: HistoryCommit | null;
      /** The past goes on behind what was read: a shallow clone, or more commits than are read of one path. */
      readonly isCut: boolean;
    }
  | { readonly status: "failed"; readonly error: AppError };

/** HistoryResult is the reading for one request. */
export interface HistoryResult {
  readonly request: HistoryRequest;
  readonly reading: HistoryReading;
}

/** historyCommitsMax: of one path no more are read, the newest; a lock that is updated daily has 550 in 18 months. */
export const historyCommitsMax = 1_000;

/** FolderRequest names one folder of some commit by its entry: the same object id is the same folder whenever it was. */
export interface FolderRequest {
  readonly repository: Repository;
  readonly entry: TreeEntry;
}

/** FolderResult is what lies directly in a folder, with whole paths; `missing` is an object that is no folder. */
export interface FolderResult {
  readonly request: FolderRequest;
  readonly outcome:
    | { readonly status: "listed"; readonly entries: readonly TreeEntry[] }
    | { readonly status: "missing" }
    | { readonly status: "failed"; readonly error: AppError };
}

/** BranchRequest names a branch on a forge, of this organization or of anybody. */
export interface BranchRequest {
  /** `github.com`. */
  readonly host: string;
  readonly owner: string;
  readonly name: string;
  /** Null for the default branch. */
  readonly branch: string | null;
}

/** BranchResult is the newest commit of a branch; null when there is no such branch that may be seen. */
export interface BranchResult {
  readonly request: BranchRequest;
  readonly head: { readonly commit: string; readonly committedAt: Instant } | null;
}

/** Usage is what a provider has spent so far, and what it knows to be left; null where no limit is reported. */
export interface Usage {
  readonly graphql: number;
  readonly rest: number;
  readonly points: number;
  readonly remainingPoints: number | null;
}

/** textSizeBytesMax: a larger file is not read. A flake.lock of 5 MB has been seen; nothing wanted is larger. */
export const textSizeBytesMax = 8 * 1024 * 1024;

/**
 * SourceProvider reads one organization. It never writes, never evaluates and never follows what it reads.
 *
 * Every method takes an AbortSignal and stops soon after it fires. Whole-organization failures (no such organization,
 * wrong token, exhausted limit, network gone) throw an AppError; failures of one repository are returned in place.
 * One contract test, `source-provider.contract.ts`, runs over all providers.
 */
export interface SourceProvider {
  readonly kind: ProviderKind;
  readOrganization(signal: AbortSignal): Promise<SourceOrganization>;
  /** Every team with its parent and the repositories it may touch. */
  listTeams(signal: AbortSignal): Promise<readonly Team[]>;
  /** Where the custom properties of these names are set. None where the organization has no such thing to show. */
  listProperties(names: readonly string[], signal: AbortSignal): Promise<readonly CustomProperty[]>;
  /**
   * Every repository once, in pages as they arrive.
   *
   * @param after the `next` of a page, from this reading or an earlier one, to go on behind it; null for the beginning.
   */
  listRepositories(signal: AbortSignal, after?: string | null): AsyncIterable<InventoryPage>;
  /**
   * One line of the inventory, as of now, by the repository's provider id; null when the organization no longer has it:
   * deleted, transferred away, or out of sight. What a push or a person's rescan needs.
   */
  readRepository(providerId: string, signal: AbortSignal): Promise<InventoryItem | null>;
  /** Where repositories are, by their provider ids, in any order; what could not be told just now is left out. */
  locateRepositories(providerIds: readonly string[], signal: AbortSignal): AsyncIterable<Located>;
  /** The whole tree at the repository's head commit. Throws an AppError for this repository only. */
  readTree(repository: Repository, signal: AbortSignal): Promise<Tree>;
  /** The text of each requested file, in any order, as it arrives. */
  readBlobs(requests: readonly BlobRequest[], signal: AbortSignal): AsyncIterable<BlobResult>;
  /** The past of each repository, in any order, as it arrives. Sizes of files may be left out. */
  readHistory(requests: readonly HistoryRequest[], signal: AbortSignal): AsyncIterable<HistoryResult>;
  /** What lies in each folder, in any order, as it arrives. */
  readFolders(requests: readonly FolderRequest[], signal: AbortSignal): AsyncIterable<FolderResult>;
  /**
   * The newest commit of each branch, in any order, as it arrives. A branch on another forge than the provider's is left
   * out, and so is one that could not be read just now: nobody else is ever asked.
   */
  readBranches(requests: readonly BranchRequest[], signal: AbortSignal): AsyncIterable<BranchResult>;
  usage(): Usage;
  /** What the credentials may do, as the last answer told; null before the first, and where none are needed. */
  grants(): Grants | null;
}
