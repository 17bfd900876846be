import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BlobRequest, BlobResult, InventoryItem, SourceProvider } from "../source-provider.ts";
import { createGithubProvider, type GithubProviderOptions } from "./github-provider.ts";

/** Files are the contents of a repository by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes a bare repository with one commit; every name gets a later date than those before it. */
function writeRepository(folder: string, name: string, files: Files, at: string): void {
  const gitDir = join(folder, `${name}.git`);
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", gitDir]);
  const seconds = Date.parse(at) / 1000;
  const script = [
    `commit refs/heads/main\ncommitter Ada <ada@example.org> ${seconds} +0000\ndata 6\ncommit\n`,
    ...Object.entries(files).flatMap(([path, content]) => {
      const bytes = Buffer.from(content);
      return [`M 100644 inline ${path}\ndata ${bytes.length}\n`, bytes, "\n"];
    }),
  ];
  execFileSync("git", ["--git-dir", gitDir, "fast-import", "--quiet"], {
    input: Buffer.concat(script.map((part) => Buffer.from(part))),
  });
}

/** Acme is an organization `acme` on disk: `repository-00` and so on, created one a day. */
export interface Acme {
  readonly folder: string;
  remove(): void;
}

/** writeAcme writes `count` repositories, each with a flake of its own, and what `filesOf` gives. */
export function writeAcme(count: number, teams = "", filesOf: (index: number) => Files = () => ({})): Acme {
  const folder = mkdtempSync(join(tmpdir(), "flakeboard-acme-"));
  for (let index = 0; index < count; index += 1) {
    const files = { "flake.nix": `{ description = "${index}"; outputs = _: { }; }\n`, ...filesOf(index) };
    const day = new Date(Date.UTC(2026, 0, 1 + index)).toISOString();
    writeRepository(folder, repositoryName(index), files, day);
  }
  writeFileSync(join(folder, "teams.yml"), `organization: { login: acme, name: Acme }\n${teams}`);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** pushFlake replaces the flake of a repository's root by one of that text in the folder `nix`. @returns the new head. */
export function pushFlake({ folder }: Acme, name: string, text: string, at: string): string {
  const gitDir = join(folder, `${name}.git`);
  execFileSync("git", ["--git-dir", gitDir, "fast-import", "--quiet"], {
    input: [
      `commit refs/heads/main\ncommitter Ada <ada@example.org> ${Date.parse(at) / 1000} +0000\ndata 4\npush`,
      `from refs/heads/main^0\nD flake.nix\nM 100644 inline nix/flake.nix\ndata ${text.length}\n${text}\n`,
    ].join("\n"),
  });
  return execFileSync("git", ["--git-dir", gitDir, "rev-parse", "main"]).toString().trim();
}

/** repositoryName is the name of the repository at `index`. */
export function repositoryName(index: number): string {
  return `repository-${String(index).padStart(2, "0")}`;
}

/** Emulator is what is needed of the emulator; tests start it, since only they may know of it. */
interface Emulator {
  readonly url: string;
  close(): Promise<void>;
}

/** Scene is a provider over an emulator; closed with `await using`. */
export interface Scene<E> extends AsyncDisposable {
  readonly emulator: E;
  readonly provider: SourceProvider;
}

/** openScene gives a provider of `acme` over a running emulator. Between attempts it waits only milliseconds. */
export function openScene<E extends Emulator>(emulator: E, options: Partial<GithubProviderOptions> = {}): Scene<E> {
  const provider = createGithubProvider({
    organization: "acme",
    token: "token-of-acme",
    restUrl: emulator.url,
    isThrottled: false,
    ...options,
    patience: { retryPauseMs: 1, ...options.patience },
  });
  return { emulator, provider, [Symbol.asyncDispose]: emulator.close };
}

/** never is a signal that does not fire. */
export const never = new AbortController().signal;

/** readInventory reads all pages. */
export async function readInventory(provider: SourceProvider): Promise<readonly InventoryItem[]> {
  const items: InventoryItem[] = [];
  for await (const page of provider.listRepositories(never)) items.push(...page.items);
  return items;
}

/** readBlobs reads all results. */
export async function readBlobs(
  provider: SourceProvider,
  requests: readonly BlobRequest[],
): Promise<readonly BlobResult[]> {
  const results: BlobResult[] = [];
  for await (const result of provider.readBlobs(requests, never)) results.push(result);
  return results;
}

/** namesOf are the names of items in their order. */
export function namesOf(items: readonly InventoryItem[]): readonly string[] {
  return items.map((item) => (item.status === "listed" ? item.repository.name : item.name));
}

/** requestsFor asks for one path of every listed repository. */
export function requestsFor(items: readonly InventoryItem[], ...paths: readonly string[]): readonly BlobRequest[] {
  return items.flatMap((item) => {
    if (item.status === "failed") return [];
    const { repository, entries } = item;
    return entries.filter(({ path }) => paths.includes(path)).map((entry) => ({ repository, entry }));
  });
}
