import { expect, it } from "vitest";
import { cronWords } from "./cron-words.ts";

it.each([
  ["17 2 * * *", "every day at 02:17 UTC"],
  ["5 * * * *", "every hour at minute 5"],
  ["0 6 * * 1", "every Monday at 06:00 UTC"],
  ["0 6 * * 7", "every Sunday at 06:00 UTC"],
  ["30 4 * * 1-5", "Monday to Friday at 04:30 UTC"],
])("%s is said as %s", (cron, words) => expect(cronWords(cron)).toBe(words));

it.each(["*/5 * * * *", "0 6 1 * *", "0 6 * 2 1", "0 6 * * MON", "", "0 1,2 * * *"])(
  "%s is left to its next moments",
  (cron) => expect(cronWords(cron)).toBeNull(),
);
