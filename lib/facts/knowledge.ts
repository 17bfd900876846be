import { posix } from "node:path";
import type { KnowledgeFact, KnowledgeFacts, OpportunityFact } from "#lib/model/knowledge-facts.ts";
import { known, type Observed, unknown } from "#lib/model/observed.ts";
import { type FactFamily, pathsWhere, type SnapshotFiles, textOf } from "./snapshot-files.ts";

const documents =
  /^(?:\.github\/|docs\/)?(?:readme|contributing|hacking|development|install)(?:\.(?:md|markdown|rst|adoc|org|txt))?$/i;

// Commands that a newcomer types first, and places where Nix is taught. Source: the practices, "Spread knowledge".
const commands =
  /\b(?:nix (?:develop|run|build|shell)\b|nix flake (?:show|check|init)\b|direnv allow\b|nix-(?:shell|build)\b|use flake\b|nix profile (?:install|add)\b)/;
const links =
  /https?:\/\/(?:www\.)?(?:zero-to-nix\.com|nix\.dev|nixos\.org|wiki\.nixos\.org|docs\.determinate\.systems|determinate\.systems|install\.determinate\.systems|nixos\.wiki|lix\.systems)\b/i;

// What a person writes on one line; longer ones are badges and generated tables.
const lineLengthMax = 2_000;

const languageOfManifest: ReadonlyMap<string, string> = new Map([
  ["Cargo.toml", "Rust"],
  ["go.mod", "Go"],
  ["package.json", "JavaScript"],
  ["pyproject.toml", "Python"],
  ["requirements.txt", "Python"],
  ["setup.py", "Python"],
  ["pom.xml", "Java"],
  ["build.gradle", "Java"],
  ["build.gradle.kts", "Kotlin"],
  ["composer.json", "PHP"],
  ["Gemfile", "Ruby"],
  ["mix.exs", "Elixir"],
  ["CMakeLists.txt", "C++"],
  ["Package.swift", "Swift"],
  ["pubspec.yaml", "Dart"],
  ["build.zig", "Zig"],
  ["stack.yaml", "Haskell"],
]);

/**
 * knowledge observes whether README or CONTRIBUTING shows the way into Nix, and what Nix could still do: container images
 * that a Dockerfile describes, and languages by their package manifests at the root.
 */
export const knowledge: FactFamily<KnowledgeFacts> = {
  wants: (path) => (documents.test(path) ? "welcome" : "none"),

  extract: (files) => ({ entries: entriesOf(files), opportunities: opportunitiesOf(files) }),
};

function entriesOf(files: SnapshotFiles): Observed<readonly KnowledgeFact[]> {
  const paths = pathsWhere(files, (path) => documents.test(path));
  const texts = paths.map((path) => ({ path, text: textOf(files, path) }));
  const entries = texts.flatMap(({ path, text }) => (text.known ? entriesIn(path, text.value) : []));
  if (entries.length > 0) return known(entries);
  if (!files.isComplete) return unknown("tree-truncated");
  const unread = texts.find(({ text }) => !text.known);
  return unread === undefined ? known([]) : unknown("not-read");
}

/** The first command and the first link of a document. */
function entriesIn(path: string, text: string): readonly KnowledgeFact[] {
  const found = new Map<KnowledgeFact["kind"], KnowledgeFact>();
  for (const [index, line] of text.split("\n").entries()) {
    if (line.length > lineLengthMax) continue;
    for (const [kind, pattern] of [["command", commands] as const, ["link", links] as const]) {
      const match = found.has(kind) ? null : pattern.exec(line);
      if (match !== null) found.set(kind, { kind, text: match[0], evidence: { path, line: index + 1 } });
    }
  }
  return [...found.values()];
}

function opportunitiesOf(files: SnapshotFiles): readonly OpportunityFact[] {
  const dockerfiles = pathsWhere(files, isDockerfile).slice(0, 20);
  const manifests = pathsWhere(files, (path) => languageOfManifest.has(path));
  return [
    ...dockerfiles.map((path) => ({ kind: "dockerfile" as const, language: null, evidence: { path } })),
    ...manifests.map((path) => ({
      kind: "package-manifest" as const,
      language: languageOfManifest.get(path) ?? null,
      evidence: { path },
    })),
  ];
}

/** Of the root or of a service's folder; one of a development container serves an editor. */
function isDockerfile(path: string): boolean {
  const name = posix.basename(path);
  return (
    /^(?:Dockerfile|Containerfile)(?:\.[\w-]+)?$/.test(name) &&
    !path.includes(".devcontainer/") &&
    path.split("/").length <= 3
  );
}
