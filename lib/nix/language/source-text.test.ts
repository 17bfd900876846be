import { describe, expect, it } from "vitest";
import { SourceText } from "./source-text.ts";

describe("SourceText.positionAt", () => {
  it("counts lines from 1, whether they end in LF, CR LF or CR", () => {
    const text = new SourceText("a\nb\r\nc\rd");
    const lines = [0, 1, 2, 3, 4, 5, 6, 7].map((offset) => text.positionAt(offset).line);

    expect(lines).toEqual([1, 1, 2, 2, 2, 3, 3, 4]);
  });

  it("counts columns and offsets in UTF-8 bytes", () => {
    const text = new SourceText("é\u{1f600}x\n\u20ac!");

    expect(text.positionAt(3)).toEqual({ byteOffset: 6, line: 1, column: 7 });
    expect(text.positionAt(6)).toEqual({ byteOffset: 11, line: 2, column: 4 });
  });

  it("moves an offset outside of the text to its end", () => {
    const text = new SourceText("ab\n");

    expect(text.positionAt(-1)).toEqual({ byteOffset: 0, line: 1, column: 1 });
    expect(text.positionAt(99)).toEqual({ byteOffset: 3, line: 2, column: 1 });
  });

  it("counts half a surrogate pair as the three bytes that replace it", () => {
    expect(new SourceText("\ud800a").positionAt(1).byteOffset).toBe(3);
  });
});
