import { type Alias, type Document, isAlias, isMap, LineCounter, type Node, parseDocument, visit, YAMLMap } from "yaml";

// YAML can grow exponentially through aliases; a real file has a handful.
const aliasesMax = 50;

// The longest workflow seen, a generated one, has 160,000 characters. A hostile text of this length takes seconds.
const lengthMax = 256 * 1024;

/** YamlFile is a YAML or JSON file whose top level is a mapping, with the lines of its nodes. */
export interface YamlFile {
  /** Empty for a file that holds nothing but comments. */
  readonly root: YAMLMap;
  /** The whole file as plain values, for a schema to check. */
  readonly value: unknown;
  /** 1-based line at which a node begins. */
  lineOf(node: { readonly range?: readonly [number, number, number] | null | undefined }): number;
  /** What an alias (`*name`) stands for; any other node itself. */
  resolve(node: unknown): unknown;
}

/**
 * parseYaml reads a configuration file with bounds on its length and on what aliases may unfold.
 *
 * @returns undefined when the text is not YAML, holds no mapping, or exceeds a bound: unknown, not empty.
 */
export function parseYaml(text: string): YamlFile | undefined {
  if (text.length > lengthMax) return undefined;
  const lines = new LineCounter();
  let document: Document.Parsed;
  let value: unknown;
  let targets: ReadonlyMap<Alias, Node>;
  try {
    // Looking for repeated keys and drawing pretty errors both take time in the square of the text.
    document = parseDocument(text, { lineCounter: lines, logLevel: "silent", uniqueKeys: false, prettyErrors: false });
    if (document.errors.length > 0) return undefined;
    value = document.toJS({ maxAliasCount: aliasesMax });
    targets = aliasTargets(document);
  } catch {
    // Too many aliases, or nesting deeper than the stack: not a file that a person wrote.
    return undefined;
  }
  const root = value === null ? new YAMLMap() : document.contents;
  if (!isMap(root)) return undefined;
  return {
    root,
    value,
    lineOf: (node) => lines.linePos(node.range?.[0] ?? 0).line,
    resolve: (node) => (isAlias(node) ? targets.get(node) : node),
  };
}

/** An anchor may be set anew; an alias means the last one before it. */
function aliasTargets(document: Document.Parsed): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Alias(_key, alias) {
      const target = anchors.get(alias.source);
      if (target !== undefined) targets.set(alias, target);
    },
    Value(_key, node) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}
