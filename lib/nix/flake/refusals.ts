import type { SourceText } from "../language/source-text.ts";
import type { Span } from "../language/syntax-tree.ts";
import type { FlakeParse, SourcePlace } from "./parsed-flake.ts";

/** Refusals collects the reasons for which Nix would refuse a flake; the first one decides. */
export class Refusals {
  readonly #text: SourceText;
  #parse: FlakeParse = { status: "ok" };

  constructor(text: SourceText) {
    this.#text = text;
  }

  get parse(): FlakeParse {
    return this.#parse;
  }

  /** refuse notes a reason; the message is one sentence without a place. */
  refuse(message: string, span: Span): void {
    if (this.#parse.status === "error") return;
    const { line, column } = this.#text.positionAt(span.start);
    this.#parse = { status: "error", message, line, column };
  }

  /** placeOf turns a span into a place with line and column. */
  placeOf(span: Span): SourcePlace {
    const { line, column } = this.#text.positionAt(span.start);
    return { start: span.start, end: span.end, line, column };
  }
}
