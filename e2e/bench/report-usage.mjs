import { writeSync } from "node:fs";

// Loaded into the scanning process: what it has used of the machine goes to its fourth stream as it ends.
process.on("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));
