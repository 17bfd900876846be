import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { textSizeBytesMax } from "./source-provider.ts";

/**
 * fixtureTeamsFile is the `teams.yml` of the contract's organization: what git itself does not hold.
 * A provider that does not read it (`github`) is given the same facts by whatever serves the folder.
 */
export const fixtureTeamsFile = `organization: { login: contract, name: Contract organization }
teams:
  engineering:
    name: Engineering
    description: Everyone who builds
    repositories: { alpha: admin, archived: maintain }
  platform:
    name: Platform
    parent: engineering
    repositories: { alpha: write, forked: triage, empty: read }
  onlookers: {}
repositories:
  alpha:
    description: The first repository
    visibility: public
    topics: [nix, rust]
    createdAt: 2026-01-02T00:00:00Z
    properties: { team: platform, areas: [web, data] }
  archived: { archivedAt: 2026-03-01T00:00:00Z, createdAt: 2025-12-01T00:00:00Z }
  forked: { fork: true, visibility: internal, createdAt: 2026-02-01T00:00:00Z }
  empty: { createdAt: 2026-02-02T00:00:00Z }
`;

type FixtureFile = string | Uint8Array | { readonly mode: "100755" | "120000" | "160000"; readonly content: string };

const submoduleCommit = "8f5e4a1b2c3d4e5f60718293a4b5c6d7e8f90a1b";

/** fixtureAlpha is every file of the repository `alpha` at its head: one of each kind that a tree can hold. */
export const fixtureAlpha: ReadonlyMap<string, FixtureFile> = new Map<string, FixtureFile>([
  ["flake.nix", '{\n  description = "Alpha";\n  outputs = { self }: { };\n}\n'],
  ["flake.lock", '{"nodes":{"root":{}},"root":"root","version":7}\n'],
  ["README.md", "\uFEFF# Alpha – naïve, 雪, 🦀\n"],
  ["crlf.txt", "one\r\ntwo\r\n"],
  ["bin/run", { mode: "100755", content: "exit 0\n" }],
  ["linked.lock", { mode: "120000", content: "flake.lock" }],
  ["vendor/module", { mode: "160000", content: submoduleCommit }],
  [".github/CODEOWNERS", "* @contract/platform\n"],
  [".github/flakeboard.yml", "owner: platform\n"],
  ["docs/CODEOWNERS", "* @contract/engineering\n"],
  ["src/main.rs", "fn main() {}\n"],
  ['with space/quote " näme.txt', "odd path\n"],
  ["logo.bin", Uint8Array.of(0x89, 0x50, 0x00, 0x47)],
  ["latin1.txt", Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x0a)],
  ["large.txt", "x".repeat(textSizeBytesMax + 1)],
  [
    "pointer.lock",
    `version https://git-lfs.github.com/spec/v1\noid sha256:${"0123456789abcdef".repeat(4)}\nsize 12345\n`,
  ],
]);

/** fixtureGit runs git in one repository of the fixture and gives its output: what a provider is compared with. */
export function fixtureGit(folder: string, repository: string, ...args: readonly string[]): Buffer {
  const gitDir = join(folder, `${repository}.git`);
  return execFileSync("git", ["--git-dir", gitDir, ...args], { maxBuffer: 64 * 1024 * 1024 });
}

function commit(mark: number, at: string, files: ReadonlyMap<string, FixtureFile>, removed: readonly string[]): Buffer {
  const parts: (string | Uint8Array)[] = [
    `commit refs/heads/main\nmark :${mark}\ncommitter Ada <ada@example.org> ${Date.parse(at) / 1000} +0000\n`,
    "data 6\ncommit\n",
    ...(mark > 1 ? [`from :${mark - 1}\n`] : []),
  ];
  for (const path of removed) parts.push(`D ${path}\n`);
  for (const [path, file] of files) {
    const isPlain = typeof file === "string" || file instanceof Uint8Array;
    const mode = isPlain ? "100644" : file.mode;
    const content = Buffer.from(isPlain ? file : file.content);
    if (mode === "160000") parts.push(`M 160000 ${content} ${path}\n`);
    else parts.push(`M ${mode} inline ${path}\ndata ${content.length}\n`, content, "\n");
  }
  return Buffer.concat([...parts, "\n"].map((part) => Buffer.from(part)));
}

function writeRepository(folder: string, name: string, ...commits: readonly Buffer[]): void {
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", join(folder, `${name}.git`)]);
  if (commits.length === 0) return;
  const script = Buffer.concat(commits);
  execFileSync("git", ["--git-dir", join(folder, `${name}.git`), "fast-import", "--quiet"], { input: script });
}

/**
 * writeFixtureOrganization writes the organization that the contract is checked against into `folder`, which exists:
 * bare repositories `alpha`, `archived`, `forked`, `empty` and `broken`, a folder that is no repository, and `teams.yml`.
 *
 * `broken` has a branch that names a commit which is not there, as after a disk error. Whatever serves the folder must
 * answer for it as for a repository that may not be read.
 */
export function writeFixtureOrganization(folder: string): void {
  const small = new Map<string, FixtureFile>([["README.md", "Small\n"]]);
  const gone = new Map<string, FixtureFile>([["gone.txt", "once\n"]]);

  writeRepository(
    folder,
    "alpha",
    commit(1, "2026-01-02T00:00:00Z", gone, []),
    commit(2, "2026-05-06T07:08:09Z", fixtureAlpha, ["gone.txt"]),
  );
  writeRepository(folder, "archived", commit(1, "2025-12-01T00:00:00Z", small, []));
  writeRepository(folder, "forked", commit(1, "2026-02-01T00:00:00Z", small, []));
  writeRepository(folder, "empty");
  writeRepository(folder, "broken");
  writeFileSync(join(folder, "broken.git", "refs", "heads", "main"), `${"b".repeat(40)}\n`);
  mkdirSync(join(folder, "notes"));
  writeFileSync(join(folder, "notes", "todo.txt"), "not a repository\n");
  writeFileSync(join(folder, "teams.yml"), fixtureTeamsFile);
}
