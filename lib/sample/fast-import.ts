import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "#lib/errors/app-error.ts";
import { addDays, type Instant } from "#lib/model/instant.ts";
import type { SampleCommit, SampleFile, SampleRepository } from "./sample-repository.ts";

const authors = ["Amara Okafor", "Bjarne Holm", "Chiara Conti", "Deniz Kaya", "Elena Petrova", "Farid Haddad"] as const;

// One pack a repository instead of fifty small files, no log of refs, no waiting for the disk: a sample lost in a
// power cut is written anew.
const importSettings = ["fastimport.unpackLimit=1", "core.logAllRefUpdates=false", "core.fsync=none"].flatMap(
  (setting) => ["-c", setting],
);

/**
 * fastImportScript is the input of `git fast-import` that writes the history of one repository on the branch `main`.
 * It depends on nothing but its arguments, and so do the ids of its commits. Format: git-fast-import(1).
 *
 * @param asOf a moment at 00:00:00 UTC, from which the commits count back.
 */
export function fastImportScript(repository: SampleRepository, asOf: Instant): Buffer {
  const commits = repository.commits.map((commit, index) => commitScript(repository, commit, index, asOf));
  return Buffer.from(`${commits.join("")}done\n`);
}

/**
 * writeBareRepository makes the bare repository `gitDir` and fills it with `script`. The folder must not exist.
 *
 * @throws AppError `internal` when git refuses the script, `config` when git is not installed.
 */
export async function writeBareRepository(gitDir: string, script: Buffer, signal: AbortSignal): Promise<void> {
  await mkdir(join(gitDir, "objects"), { recursive: true });
  await mkdir(join(gitDir, "refs", "heads"), { recursive: true });
  await writeFile(join(gitDir, "HEAD"), "ref: refs/heads/main\n");
  await writeFile(join(gitDir, "config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");

  const args = [...importSettings, "--git-dir", gitDir, "fast-import", "--quiet", "--done", "--date-format=raw"];
  const git = spawn("git", args, { signal, stdio: ["pipe", "ignore", "pipe"] });
  // A git that ended early is noticed by its exit; the broken pipe would only say it again.
  git.stdin.on("error", () => undefined);
  let complaint = "";
  git.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  git.stdin.end(script);
  const [exitCode] = await once(git, "close").catch((error: unknown) => {
    signal.throwIfAborted();
    throw new AppError("config", "git was not found on this machine. Install git and make sure that it is on PATH.", {
      cause: error,
    });
  });
  if (exitCode !== 0) throw new AppError("internal", `git could not write the sample in ${gitDir}: ${complaint}`);
}

function commitScript(repository: SampleRepository, commit: SampleCommit, index: number, asOf: Instant): string {
  // Spread over the authors, so that no repository is one person's work.
  const author = authors[(repository.name.length + index) % authors.length] ?? authors[0];
  const email = `${author.toLowerCase().replace(" ", ".")}@sample.example`;
  const seconds = Date.parse(addDays(asOf, -commit.daysAgo)) / 1000;
  const changes = Object.entries(commit.files).map(([path, file]) => changeScript(path, file, asOf));
  return [
    `commit refs/heads/main\nmark :${index + 1}\n`,
    `committer ${author} <${email}> ${seconds} +0000\n`,
    data(`${commit.message}\n`),
    index === 0 ? "" : `from :${index}\n`,
    ...changes,
    "\n",
  ].join("");
}

function changeScript(path: string, file: SampleFile | null, asOf: Instant): string {
  if (file === null) return `D ${path}\n`;
  if (typeof file === "string") return `M 100644 inline ${path}\n${data(file)}`;
  if (typeof file === "function") return `M 100644 inline ${path}\n${data(file(asOf))}`;
  if (file.kind === "submodule") return `M 160000 ${file.commit} ${path}\n`;
  if (file.kind === "symlink") return `M 120000 inline ${path}\n${data(file.target)}`;
  return `M 100755 inline ${path}\n${data(file.text)}`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
