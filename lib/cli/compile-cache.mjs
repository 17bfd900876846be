import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// Loaded before anything else of a command: TypeScript is stripped and compiled once, not at every start, which saves a
// second and some 20 MB. It lies with the packages, where only who may change the code can write; where nobody can, each
// start compiles anew.
enableCompileCache(fileURLToPath(new URL("../../node_modules/.cache/flakeboard", import.meta.url)));
