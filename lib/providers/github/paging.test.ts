import { describe, expect, it } from "vitest";
import { createAdaptiveSize } from "./paging.ts";

describe("createAdaptiveSize", () => {
  it("halves at each failure, down to 1", () => {
    const size = createAdaptiveSize(25);
    const seen = [12, 6, 3, 1, 1].map(() => {
      size.shrink(size.current);
      return size.current;
    });

    expect(seen).toEqual([12, 6, 3, 1, 1]);
  });

  it("halves what failed, not what is current, when a smaller piece fails", () => {
    const size = createAdaptiveSize(20);
    size.shrink(8);

    expect(size.current).toBe(4);
  });

  it("keeps a size that works for five answers, then grows by a quarter, never beyond the most", () => {
    const size = createAdaptiveSize(16);
    size.shrink(16);
    const succeed = (times: number) => {
      for (let time = 0; time < times; time += 1) size.grow(size.current);
      return size.current;
    };

    expect(succeed(4)).toBe(8);
    expect(succeed(1)).toBe(10);
    expect(succeed(100)).toBe(16);
  });

  it("grows again from 1", () => {
    const size = createAdaptiveSize(4);
    size.shrink(1);
    for (let time = 0; time < 5; time += 1) size.grow(1);

    expect(size.current).toBe(2);
  });

  it("learns nothing from a page that was not full", () => {
    const size = createAdaptiveSize(16);
    size.shrink(16);
    for (let time = 0; time < 50; time += 1) size.grow(3);

    expect(size.current).toBe(8);
  });

  it("starts counting anew after a failure", () => {
    const size = createAdaptiveSize(16);
    size.shrink(16);
    for (let time = 0; time < 4; time += 1) size.grow(8);
    size.shrink(8);
    for (let time = 0; time < 4; time += 1) size.grow(4);

    expect(size.current).toBe(4);
  });

  it("looks for more than it began with, and stays at what works when more does not", () => {
    const size = createAdaptiveSize(25, 50);
    const bearable = 40;
    let failures = 0;
    for (let time = 0; time < 100; time += 1) {
      if (size.current <= bearable) size.grow(size.current);
      else {
        failures += 1;
        size.shrink(size.current);
      }
    }

    expect(size.current).toBeGreaterThan(30);
    expect(size.current).toBeLessThanOrEqual(bearable);
    expect(failures).toBeLessThanOrEqual(3);
  });

  it("tries the larger size again after a while", () => {
    const size = createAdaptiveSize(8, 10);
    for (let time = 0; time < 5; time += 1) size.grow(8);
    size.shrink(10);
    const sizes = Array.from({ length: 60 }, () => {
      size.grow(size.current);
      return size.current;
    });

    expect(sizes[0]).toBe(8);
    expect(sizes.at(-1)).toBe(10);
  });
});
