import type { Evidence } from "#lib/model/evidence.ts";
import { envrcPath, lineOfUse } from "./envrc.ts";
import { type FactFamily, textOf } from "./snapshot-files.ts";

/** envrcFlake observes where direnv loads a flake; null where it does not. */
export const envrcFlake: FactFamily<Evidence | null> = {
  wants: (path) => (path === envrcPath ? "needed" : "none"),

  extract(files) {
    const text = textOf(files, envrcPath);
    const line = text.known ? lineOfUse(text.value, "flake") : undefined;
    return line === undefined ? null : { path: envrcPath, line };
  },
};
