// `npm test`: see lib/setup/run-tests.ts for what happens once the packages are here.
import { ensureInstalled, runOnProjectNode } from "./ensure-installed.mjs";

ensureInstalled();
await runOnProjectNode("lib/setup/run-tests.ts", process.argv.slice(2));
