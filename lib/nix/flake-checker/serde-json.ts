import { CheckerError } from "./checker-error.ts";

/**
 * SerdeValue is a JSON value with what Rust's serde_json tells apart and JSON.parse does not: numbers as written
 * (`7` is an integer, `7.0` is none), and objects with every entry, repeated keys too.
 */
export type SerdeValue =
  | { readonly kind: "null" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "array"; readonly items: readonly SerdeValue[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [string, SerdeValue])[] };

// serde_json's own limit: the 128th level is one too many.
const depthMax = 127;

/**
 * SerdeReader reads JSON as Rust's serde_json 1.0 does: the same texts pass, and the others fail with the same words
 * at the same line and column. An object can be read key by key (`nextKey`, `value`, …, `endObject`), for a caller
 * that refuses a field before the rest of the text is looked at.
 *
 * All methods throw CheckerError.
 * Source: serde_json 1.0.145, src/de.rs and src/read.rs.
 */
export class SerdeReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next character that is no white space, undefined at the end. It is not consumed. */
  peek(): string | undefined {
    while (" \n\t\r".includes(this.#text[this.#at] ?? "?")) this.#at++;
    return this.#text[this.#at];
  }

  /** Reads one whole value. */
  value(): SerdeValue {
    const first = this.peek();
    if (first === undefined) throw this.errorAhead("EOF while parsing a value");
    if (first === "{") return { kind: "object", entries: this.#entries() };
    if (first === "[") return { kind: "array", items: this.#items() };
    if (first === '"') return { kind: "string", value: this.#string() };
    if (first === "n") return this.#word("null", { kind: "null" });
    if (first === "t") return this.#word("true", { kind: "boolean", value: true });
    if (first === "f") return this.#word("false", { kind: "boolean", value: false });
    if (/[-0-9]/.test(first)) return { kind: "number", text: this.#number() };
    throw this.errorAhead("expected value");
  }

  /** Goes into an object or a list, whose bracket is at the current place. */
  enter(): void {
    this.#depth++;
    if (this.#depth > depthMax) throw this.errorAhead("recursion limit exceeded");
    this.#at++;
  }

  /** Reads the next key of the object that was entered; null at its end, which is not consumed. */
  nextKey(isFirst: boolean): string | null {
    let next = this.peek();
    if (next === "}") return null;
    if (next === undefined) throw this.errorAhead("EOF while parsing an object");
    if (!isFirst) {
      if (next !== ",") throw this.errorAhead("expected `,` or `}`");
      this.#at++;
      next = this.peek();
    }
    if (next === '"') return this.#string();
    if (next === undefined) throw this.errorAhead("EOF while parsing a value");
    throw this.errorAhead(next === "}" ? "trailing comma" : "key must be a string");
  }

  /** Consumes the colon after a key. */
  colon(): void {
    const next = this.peek();
    if (next === undefined) throw this.errorAhead("EOF while parsing an object");
    if (next !== ":") throw this.errorAhead("expected `:`");
    this.#at++;
  }

  /** Consumes the closing bracket when it is next. serde does so before it places an error of the caller's. */
  leave(bracket: "}" | "]"): void {
    if (this.peek() === bracket) this.#at++;
    this.#depth--;
  }

  /** An error just behind what was consumed. */
  errorHere(message: string): CheckerError {
    return this.#errorAfter(message, this.#text.slice(0, this.#at));
  }

  /** An error at the first byte of the next character. */
  errorAhead(message: string): CheckerError {
    const next = this.#text.slice(this.#at, this.#at + 1);
    return this.#errorAfter(message, this.#text.slice(0, this.#at) + (next === "\n" ? next : next && "?"));
  }

  // Lines count from 1; columns are bytes of UTF-8, which is what Rust counts.
  #errorAfter(message: string, before: string): CheckerError {
    const lines = before.split("\n");
    const column = new TextEncoder().encode(lines.at(-1)).length;
    return new CheckerError(`${message} at line ${lines.length} column ${column}`);
  }

  #entries(): (readonly [string, SerdeValue])[] {
    const entries: (readonly [string, SerdeValue])[] = [];
    this.enter();
    for (let key = this.nextKey(true); key !== null; key = this.nextKey(false)) {
      this.colon();
      entries.push([key, this.value()]);
    }
    this.leave("}");
    return entries;
  }

  #items(): SerdeValue[] {
    const items: SerdeValue[] = [];
    this.enter();
    for (let next = this.peek(); next !== "]"; next = this.peek()) {
      if (next === undefined) throw this.errorAhead("EOF while parsing a list");
      if (items.length > 0) {
        if (next !== ",") throw this.errorAhead("expected `,` or `]`");
        this.#at++;
        if (this.peek() === "]") throw this.errorAhead("trailing comma");
      }
      items.push(this.value());
    }
    this.leave("]");
    return items;
  }

  #word(word: string, value: SerdeValue): SerdeValue {
    for (const expected of word) {
      const actual = this.#text[this.#at];
      if (actual === undefined) throw this.errorHere("EOF while parsing a value");
      this.#at++;
      if (actual !== expected) throw this.errorHere("expected ident");
    }
    return value;
  }

  #number(): string {
    const start = this.#at;
    if (this.#text[this.#at] === "-") this.#at++;
    if (this.#text[this.#at] === "0") {
      this.#at++;
      if (isDigit(this.#text[this.#at])) throw this.errorAhead("invalid number");
    } else {
      this.#digits(true);
    }
    if (this.#text[this.#at] === ".") {
      this.#at++;
      this.#digits(false);
    }
    if (/[eE]/.test(this.#text[this.#at] ?? "")) {
      this.#at++;
      if (/[+-]/.test(this.#text[this.#at] ?? "")) this.#at++;
      this.#digits(true);
    }
    const text = this.#text.slice(start, this.#at);
    if (!Number.isFinite(Number(text))) throw this.errorHere("number out of range");
    return text;
  }

  #digits(isConsuming: boolean): void {
    const first = this.#text[this.#at];
    if (first === undefined) throw this.errorHere("EOF while parsing a value");
    if (!isDigit(first)) {
      if (!isConsuming) throw this.errorAhead("invalid number");
      this.#at++;
      throw this.errorHere("invalid number");
    }
    while (isDigit(this.#text[this.#at])) this.#at++;
  }

  #string(): string {
    let value = "";
    this.#at++;
    for (let start = this.#at; ; start = this.#at) {
      while (isPlain(this.#text[this.#at])) this.#at++;
      value += this.#text.slice(start, this.#at);
      const end = this.#text[this.#at];
      if (end === undefined) throw this.errorHere("EOF while parsing a string");
      this.#at++;
      if (end === '"') return value;
      if (end !== "\\") throw this.errorHere("control character (\\u0000-\\u001F) found while parsing a string");
      value += this.#escape();
    }
  }

  #escape(): string {
    const letter = this.#text[this.#at];
    if (letter === undefined) throw this.errorHere("EOF while parsing a string");
    this.#at++;
    const simple = escapes.get(letter);
    if (simple !== undefined) return simple;
    if (letter !== "u") throw this.errorHere("invalid escape");
    const unit = this.#hexEscape();
    if (unit < 0xd800 || unit > 0xdfff) return String.fromCharCode(unit);
    if (unit > 0xdbff) throw this.errorHere("lone leading surrogate in hex escape");
    for (const expected of "\\u") {
      if (this.#text[this.#at] === undefined) throw this.errorHere("EOF while parsing a string");
      this.#at++;
      if (this.#text[this.#at - 1] !== expected) throw this.errorHere("unexpected end of hex escape");
    }
    const second = this.#hexEscape();
    if (second < 0xdc00 || second > 0xdfff) throw this.errorHere("lone leading surrogate in hex escape");
    return String.fromCharCode(unit, second);
  }

  #hexEscape(): number {
    const digits = this.#text.slice(this.#at, this.#at + 4);
    this.#at += digits.length;
    if (digits.length < 4) throw this.errorHere("EOF while parsing a string");
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.errorHere("invalid escape");
    return Number.parseInt(digits, 16);
  }
}

const escapes: ReadonlyMap<string, string> = new Map(
  Object.entries({ '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" }),
);

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= "0" && character <= "9";
}

// What stands for itself in a string: no quote, no backslash, no control character.
function isPlain(character: string | undefined): boolean {
  return character !== undefined && character !== '"' && character !== "\\" && character >= " ";
}
