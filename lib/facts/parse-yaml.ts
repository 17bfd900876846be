import { type Document, isMap, LineCounter, parseDocument, type YAMLMap } from "yaml";

// YAML can grow exponentially through aliases; a real file has a handful.
const aliasesMax = 50;

// Configuration files are a few kilobytes; what is larger is not one.
const lengthMax = 1_000_000;

/** YamlFile is a YAML or JSON file whose top level is a mapping, with the lines of its nodes. */
export interface YamlFile {
  readonly root: YAMLMap;
  /** The whole file as plain values, for a schema to check. */
  readonly value: unknown;
  /** 1-based line at which a node begins. */
  lineOf(node: { readonly range?: readonly [number, number, number] | null | undefined }): number;
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
  try {
    document = parseDocument(text, { lineCounter: lines, logLevel: "silent" });
    value = document.toJS({ maxAliasCount: aliasesMax });
  } catch {
    // Too many aliases, or nesting deeper than the stack: not a file that a person wrote.
    return undefined;
  }
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  return { root: document.contents, value, lineOf: (node) => lines.linePos(node.range?.[0] ?? 0).line };
}
