import { expect, it } from "vitest";
import { describeEachDatabase } from "./testing/open-test-databases.ts";

describeEachDatabase("the client", (database) => {
  it("lets requests, timers and signals have their turn between statements", async () => {
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);

    for (let statement = 0; statement < 20; statement += 1) await database().client.$queryRaw`SELECT 1`;
    isOver = true;

    expect(turns).toBeGreaterThanOrEqual(20);
  });
});
