import { describe, expect, it } from "vitest";
import { judgeBlob } from "./judge-blob.ts";
import type { GraphqlError } from "./wire/answer.ts";

const addressee = { host: "github.com", organization: "acme", redact: (text: string) => text };
const blob = { __typename: "Blob", byteSize: 5, isBinary: false, isTruncated: false, text: "hello" };

function judge(object: unknown, errors: readonly GraphqlError[] = []) {
  return judgeBlob({ r0: { b0: object } }, errors, ["r0", "b0"], "acme/website", addressee);
}

describe("judgeBlob", () => {
  it.each([
    [blob, { status: "text", text: "hello" }],
    [{ ...blob, isTruncated: true }, { status: "elsewhere" }],
    [{ ...blob, isBinary: true, text: null }, { status: "binary" }],
    [
      { ...blob, byteSize: 9 * 1024 * 1024, isTruncated: true },
      { status: "too-large", sizeBytes: 9 * 1024 * 1024 },
    ],
    [{ ...blob, text: "he\0lo" }, { status: "binary" }],
    [{ __typename: "Tree" }, { status: "missing" }],
    [null, { status: "missing" }],
  ])("reads %j", (object, value) => {
    expect(judge(object)).toEqual({ status: "value", value });
  });

  it("does not trust a text whose length is not that of the file: it was transcoded, or lost its byte order mark", () => {
    expect(judge({ ...blob, text: "hell" })).toEqual({ status: "value", value: { status: "elsewhere" } });
    expect(judge({ ...blob, isBinary: null, text: null })).toEqual({ status: "value", value: { status: "elsewhere" } });
  });

  it("asks again for what an error without a place left empty, and keeps what it did not", () => {
    const vague = { type: "RESOURCE_LIMITS_EXCEEDED", message: "Resource limits for this query exceeded." };

    expect(judge(null, [vague]).status).toBe("again");
    expect(judge({ ...blob, text: null }, [vague]).status).toBe("again");
    expect(judge(blob, [vague]).status).toBe("value");
  });

  it("leaves errors at other objects to them", () => {
    const other = { type: "FORBIDDEN", message: "no", path: ["r1", "b7"] };

    expect(judge(blob, [other]).status).toBe("value");
    expect(judge(null, [other])).toEqual({ status: "value", value: { status: "missing" } });
  });

  it("tells a missing object from a missing repository", () => {
    const atObject = { type: "NOT_FOUND", message: "no", path: ["r0", "b0"] };
    const atRepository = { type: "NOT_FOUND", message: "no", path: ["r0"] };

    expect(judge(null, [atObject])).toEqual({ status: "value", value: { status: "missing" } });
    expect(judgeBlob({ r0: null }, [atRepository], ["r0", "b0"], "acme/website", addressee)).toMatchObject({
      status: "failed",
      error: { code: "not-found", message: expect.stringContaining("acme/website") },
    });
  });
});
