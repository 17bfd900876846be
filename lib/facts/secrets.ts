import { posix } from "node:path";
import { known, type Observed, type UnknownReason, unknown } from "#lib/model/observed.ts";
import type { KeyFileRead, SecretFact, SecretFacts } from "#lib/model/secret-facts.ts";
import { SourceText } from "#lib/nix/language/source-text.ts";
import { nixSettings } from "./caches.ts";
import { isKeyFile, keyFileReads } from "./key-file-reads.ts";
import { environmentFileHits, netrcHits } from "./line-secrets.ts";
import { holdsSteps } from "./local-actions.ts";
import { nixSecretHits } from "./nix-secrets.ts";
import { ownPaths, readNixSources } from "./nix-sources.ts";
import { secretManagers } from "./secret-managers.ts";
import { isPlaceholder, isPublishedKey } from "./secret-value.ts";
import { type SecretHit, secretlintHits } from "./secretlint-rules.ts";
import { type FactFamily, pathsWhere, type SnapshotFiles } from "./snapshot-files.ts";

const confPaths: ReadonlySet<string> = new Set(["nix.conf", ".config/nix/nix.conf", "nix/nix.conf"]);

// All that is welcome has four million characters at most; what is needed comes on top.
const totalLengthMax = 8_000_000;

// The patterns take a few milliseconds for a file of this length, whatever it holds.
const fileLengthMax = 512_000;

/**
 * secrets observes what looks like a secret in the clear, key files that Nix reads, and the managers that keep secrets out
 * of the store. Looked at are Nix files, workflows, nix.conf, and the few files whose name tells. The rule and the place
 * are kept, the value never.
 */
export const secrets: FactFamily<SecretFacts> = {
  wants: (path) => (isTelltale(path) || path.endsWith(".nix") ? "welcome" : "none"),

  extract(files) {
    const unread = whyUnread(files);
    const plaintext = plaintextOf(files);
    const managers = secretManagers(files);
    const isEncrypted = managers.some(({ kind }) => kind === "sops-nix") ? mayBeSops : () => false;
    const reads = readNixSources(files)
      .flatMap(keyFileReads)
      .filter(({ file }) => !isEncrypted(file));
    return {
      plaintext: observed(plaintext, unread),
      keyFileReads: observed<KeyFileRead>(reads, unread),
      managers,
    };
  },
};

/** sops keeps its files under their plain names; where it is in use, those are what it encrypts. */
function mayBeSops(file: string): boolean {
  return /\.(?:ya?ml|json|env|ini)$/.test(file);
}

function observed<Fact>(facts: readonly Fact[], unread: UnknownReason | null): Observed<readonly Fact[]> {
  return facts.length === 0 && unread !== null ? unknown(unread) : known(facts);
}

/** A file whose name tells that it may hold secrets in the clear. */
function isTelltale(path: string): boolean {
  return isEnvironmentFile(path) || isNetrc(path) || (isKeyFile(path) && !/\.(?:ya?ml|json|toml)$/.test(path));
}

function isEnvironmentFile(path: string): boolean {
  const name = posix.basename(path);
  return /^\.env(?:\.[a-z]+)?$/.test(name) && !/example|sample|template|dist|test|schema|defaults?$/.test(name);
}

function isNetrc(path: string): boolean {
  return /^\.?netrc$/.test(posix.basename(path));
}

function isScanned(path: string): boolean {
  return path.endsWith(".nix") || holdsSteps(path) || confPaths.has(path) || isTelltale(path);
}

function plaintextOf(files: SnapshotFiles): readonly SecretFact[] {
  const isOwn = ownPaths(files);
  const facts = [...tokensOf(files)];
  let totalLength = 0;
  for (const path of pathsWhere(files, (candidate) => isScanned(candidate) && isOwn(candidate))) {
    const file = files.texts.get(path);
    if (file?.status !== "text" || file.text.length > fileLengthMax) continue;
    totalLength += file.text.length;
    if (totalLength > totalLengthMax) break;
    facts.push(...factsOf(path, file.text, [...patternHits(file.text), ...fileHits(path, file.text)]));
  }
  for (const source of readNixSources(files)) {
    facts.push(...factsOf(source.path, source.text.text, nixSecretHits(source)));
  }
  return oneEachLine(facts);
}

function patternHits(text: string): readonly SecretHit[] {
  return secretlintHits(text).filter(({ rule, start, end }) => {
    const found = text.slice(start, end);
    // Credentials for a database or a server on the machine itself, or in the same composition, open nothing.
    const isLocal = /@(?:localhost|127\.|0\.0\.0\.0|\[::1\]|[^./:@\s]+(?:[:/?"'\s]|$))/.test(found);
    return (
      !isPlaceholder(found) &&
      !isPublishedKey(found) &&
      !(isLocal && (rule === "basicauth" || rule === "database-connection-string"))
    );
  });
}

function fileHits(path: string, text: string): readonly SecretHit[] {
  if (isEnvironmentFile(path)) return environmentFileHits(text);
  return isNetrc(path) ? netrcHits(text) : [];
}

/** `access-tokens = github.com=…`, wherever Nix is told so. */
function tokensOf(files: SnapshotFiles): readonly SecretFact[] {
  return nixSettings(files).flatMap(({ name, words, evidence }) => {
    if (name !== "access-tokens") return [];
    const isToken = words.some((word) => !isPlaceholder(word.slice(word.indexOf("=") + 1)) && word.includes("="));
    return isToken ? [{ rule: "nix-access-token", evidence }] : [];
  });
}

function factsOf(path: string, text: string, hits: readonly SecretHit[]): readonly SecretFact[] {
  if (hits.length === 0) return [];
  const lines = new SourceText(text);
  return hits.map(({ rule, start }) => ({ rule, evidence: { path, line: lines.positionAt(start).line } }));
}

/** Several rules may know one secret; the first says it. */
function oneEachLine(facts: readonly SecretFact[]): readonly SecretFact[] {
  const seen = new Set<string>();
  return facts.filter(({ evidence }) => {
    const place = `${evidence.path}:${evidence.line}`;
    const isNew = !seen.has(place);
    seen.add(place);
    return isNew;
  });
}

/** A file that is not text is encrypted, by git-crypt for one, or no place for a secret in the clear. */
function whyUnread(files: SnapshotFiles): UnknownReason | null {
  if (!files.isComplete) return "tree-truncated";
  const isOwn = ownPaths(files);
  const unread = pathsWhere(files, (path) => isScanned(path) && isOwn(path)).filter((path) => {
    const file = files.texts.get(path);
    return file === undefined || file.status === "too-large" || file.status === "missing";
  });
  return unread.length > 0 ? "not-read" : null;
}
