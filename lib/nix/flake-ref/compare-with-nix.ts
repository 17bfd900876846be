/**
 * Compares flake references with Nix itself: what `builtins.parseFlakeRef` makes of each must be what we make of it, and
 * what it refuses must be refused; what `builtins.flakeRefToString` prints must be what we print.
 *
 *     node lib/nix/flake-ref/compare-with-nix.ts [--nix COMMAND] [--show 10] FOLDER…
 *
 * The references are those of every `*flake.nix` and `*flake.lock` below the given folders, and of each a few that are
 * damaged (a character left out, doubled or replaced, always the same ones). It needs Nix 2.24 or later.
 * Two kinds are counted apart and not asked: relative paths, which the builtin refuses and inputs may have, and unknown
 * parameters of forges, which Nix refuses since 2.35 and we do, whatever version is asked.
 * Exit 0 when nothing differs, 1 when something does.
 */
import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { parseFlake } from "../flake/parse-flake.ts";
import { parseLock } from "../lock/parse-lock.ts";
import type { FlakeRef, FlakeRefResult } from "./flake-ref.ts";
import { flakeRefFromAttrs } from "./flake-ref-from-attrs.ts";
import { flakeRefToUrl } from "./flake-ref-to-url.ts";
import { parseFlakeRef } from "./parse-flake-ref.ts";

/** So many are asked of one process; one that is refused ends it, and the rest is halved and asked again. */
const batchSize = 100;

const damages: readonly ((text: string, at: number) => string)[] = [
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + (text[at] ?? "") + text.slice(at),
  ...["/", "?", "#", "%", "&", "=", " ", "@", ":", "é", "..", "%2F", "[", "+"].map(
    (inserted) => (text: string, at: number) => text.slice(0, at) + inserted + text.slice(at),
  ),
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { nix: { type: "string", default: "nix" }, show: { type: "string", default: "10" } },
});
process.exitCode = main(positionals, values.nix, Number(values.show));

function main(folders: readonly string[], command: string, differencesMax: number): number {
  const { texts: written, refs } = gather(folders);
  const texts = [...new Set([...written, ...written.flatMap(damaged)])];
  const differences: string[] = [];
  const parsed = texts.filter((text) => isJudgedAlike(parseFlakeRef(text)));
  const nixParsed = ask(command, "builtins.parseFlakeRef", parsed);
  for (const text of parsed) {
    const own = parseFlakeRef(text);
    const nix = nixParsed.get(text);
    if (own.status === "error" ? nix === undefined : isDeepStrictEqual({ ...own.ref }, nix)) continue;
    differences.push(`${text}\n  Nix:  ${JSON.stringify(nix) ?? "refused"}\n  here: ${JSON.stringify(own)}`);
  }
  const printed = new Map(refs.map((ref) => [JSON.stringify(ref), ref]));
  const nixPrinted = ask(command, "r: builtins.flakeRefToString (builtins.fromJSON r)", [...printed.keys()]);
  for (const [json, ref] of printed) {
    const url = flakeRefToUrl(ref);
    const own = url.status === "ok" ? url.url : undefined;
    if (own !== nixPrinted.get(json)) {
      differences.push(`${json}\n  Nix:  ${nixPrinted.get(json) ?? "refused"}\n  here: ${own}`);
    }
  }
  for (const difference of differences.slice(0, differencesMax)) process.stdout.write(`${difference}\n`);
  process.stdout.write(
    `${written.length} references as written and ${texts.length - written.length} damaged ones, ` +
      `of which Nix accepts ${nixParsed.size}; ${printed.size} in attributes, of which it prints ${nixPrinted.size}; ` +
      `${texts.length - parsed.length} relative paths and unknown parameters not asked; ${differences.length} differ\n`,
  );
  return differences.length === 0 ? 0 : 1;
}

function isJudgedAlike(result: FlakeRefResult): boolean {
  if (result.status === "error") return !result.message.includes("contains unknown parameter");
  return result.ref.type !== "path" || result.ref.path?.startsWith("/") === true;
}

function damaged(text: string, index: number): readonly string[] {
  return [0, 1, 2].map((round) => {
    const damage = damages[(index * 3 + round) % damages.length] ?? ((same) => same);
    return damage(text, (index * 7 + round * 13) % (text.length + 1));
  });
}

interface Gathered {
  readonly texts: readonly string[];
  readonly refs: readonly FlakeRef[];
}

function gather(folders: readonly string[]): Gathered {
  const texts = new Set<string>();
  const refs: FlakeRef[] = [];
  for (const file of folders.flatMap((folder) => globSync(join(folder, "**/*flake.{nix,lock}")).toSorted())) {
    const text = readFileSync(file, "utf8");
    if (file.endsWith(".nix")) {
      for (const { declared } of parseFlake(text).inputs) if (declared.url !== null) texts.add(declared.url);
      continue;
    }
    const result = parseLock(text);
    for (const { original, locked } of result.status === "ok" ? result.lock.nodes.values() : []) {
      for (const attrs of [original, locked]) {
        const ref = flakeRefFromAttrs(Object.entries(attrs ?? {}));
        if (ref.status === "ok") refs.push(ref.ref);
      }
    }
  }
  // Nix cannot pass on a NUL byte, and has no quotes for it.
  return { texts: [...texts].filter((text) => !text.includes("\0")), refs };
}

/** What Nix gives for each text; one that it refuses is left out. */
function ask(command: string, fn: string, texts: readonly string[]): ReadonlyMap<string, unknown> {
  const answers = new Map<string, unknown>();
  const pending: (readonly string[])[] = [];
  for (let at = 0; at < texts.length; at += batchSize) pending.push(texts.slice(at, at + batchSize));
  for (let batch = pending.pop(); batch !== undefined; batch = pending.pop()) {
    const values = askBatch(command, fn, batch);
    if (values !== null) for (const [index, text] of batch.entries()) answers.set(text, values[index]);
    else if (batch.length > 1) {
      const half = batch.length >> 1;
      pending.push(batch.slice(0, half), batch.slice(half));
    }
  }
  return answers;
}

function askBatch(command: string, fn: string, texts: readonly string[]): readonly unknown[] | null {
  const expression = `map (${fn}) [ ${texts.map(nixString).join(" ")} ]`;
  const features = ["--extra-experimental-features", "nix-command flakes"];
  try {
    const args = ["eval", "--json", ...features, "--store", "dummy://", "--expr", expression];
    return JSON.parse(execFileSync(command, args, { encoding: "utf8", stdio: "pipe", timeout: 60_000 }));
  } catch {
    return null;
  }
}

function nixString(text: string): string {
  return `"${text.replace(/["\\$]/g, "\\$&")}"`;
}
