import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "The repository's settings are understood",
  why: "A file with a mistake is not applied at all: its owner, its excluded paths and its waivers do not count, and nobody would notice without being told.",
  how: "Reads .github/flakeboard.yml by its schema and names every problem with its line. A waiver that has ended does not fail; the result says so.",
  limits: "Whether the owner that it names is a team of the organization is decided with the teams.",
  remediation:
    "Mend the lines that are named. A waiver has `check`, `reason` and `expires` (a day, as 2027-01-31), and may have a `subject`.",
};
