// `npm start`: see lib/setup/serve.ts for what happens once the packages are here.
import { ensureInstalled, runOnProjectNode } from "./ensure-installed.mjs";

ensureInstalled();
await runOnProjectNode("lib/setup/serve.ts", process.argv.slice(2));
