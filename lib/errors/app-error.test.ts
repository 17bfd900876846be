import { describe, expect, it, vi } from "vitest";
import { AppError, toAppError } from "./app-error.ts";

describe("AppError", () => {
  it("is known by another copy of this module, as Next makes one for its pages and one for its instrumentation", async () => {
    vi.resetModules();
    const other = await import("./app-error.ts");
    const thrown = new other.AppError("database-unavailable", "The database refuses connections.");

    expect(other.AppError).not.toBe(AppError);
    expect(thrown).toBeInstanceOf(AppError);
    expect(toAppError(thrown)).toBe(thrown);
    expect(new Error("Something else")).not.toBeInstanceOf(AppError);
  });
});

describe("toAppError", () => {
  it("keeps the words of what is thrown, also where that is no Error", () => {
    expect(toAppError(new Error("It broke")).message).toBe("Something went wrong inside Flakeboard: It broke");
    expect(toAppError({ message: "It broke", queue: "scan" }).message).toContain("It broke");
    expect(toAppError("It broke").message).toContain("It broke");
  });
});
