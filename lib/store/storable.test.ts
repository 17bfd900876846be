import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toStorableInstant, toStorableJson, toStorableKey, toStorableText } from "./storable.ts";

describe("toStorableText", () => {
  it("replaces NUL and lone surrogates and leaves everything else", () => {
    expect(toStorableText("a\u0000b\udc00c 😀 \\u0000 \n")).toBe("a\ufffdb\ufffdc 😀 \\u0000 \n");
  });
});

describe("toStorableJson", () => {
  it("writes every string and key as toStorableText would, whatever they hold", () => {
    const text = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });
    const nasty = fc.oneof(text, fc.constantFrom("\u0000", "\\u0000", "\\\u0000", "\ud800", "\\\\ud800", '"\u0000"'));

    fc.assert(
      fc.property(nasty, nasty, (key, value) => {
        const read: unknown = JSON.parse(toStorableJson([[key, { [key]: value }]]));

        expect(read).toEqual([[toStorableText(key), { [toStorableText(key)]: toStorableText(value) }]]);
      }),
    );
  });

  it("keeps prototype keys as plain keys", () => {
    expect(toStorableJson(JSON.parse('{"__proto__":{"x":"\\u0000"}}'))).toBe('{"__proto__":{"x":"\ufffd"}}');
  });
});

describe("toStorableKey", () => {
  it("leaves names of up to 1,000 bytes as they are", () => {
    expect(toStorableKey("x".repeat(1_000))).toBe("x".repeat(1_000));
  });

  it("bounds longer ones, tells them apart, and gives the same key for the same name", () => {
    const long = "😀".repeat(5_000);

    expect(Buffer.byteLength(toStorableKey(long))).toBeLessThanOrEqual(1_000);
    expect(toStorableKey(long)).toBe(toStorableKey(long));
    expect(toStorableKey(`${long}a`)).not.toBe(toStorableKey(`${long}b`));
    expect(toStorableKey(`x${long}`).isWellFormed()).toBe(true);
  });
});

describe("toStorableInstant", () => {
  it("takes a moment that PostgreSQL cannot read as unknown", () => {
    expect(toStorableInstant("2026-11-22T00:00:00.000Z")).toBe("2026-11-22T00:00:00.000Z");
    expect(toStorableInstant("+275760-09-13T00:00:00.000Z")).toBeNull();
    expect(toStorableInstant("-000001-01-01T00:00:00.000Z")).toBeNull();
    expect(toStorableInstant("0000-01-01T00:00:00.000Z")).toBeNull();
    expect(toStorableInstant(null)).toBeNull();
  });
});
