import { filePathSegments, joinFilePath } from "./file-path.ts";
import type { FlakeRefAttr } from "./flake-ref.ts";
import { FlakeRefError } from "./flake-ref-error.ts";
import { formatNixUrl, type NixUrl } from "./nix-url.ts";
import { type Attrs, parseInteger, requiredString, type Scheme } from "./scheme.ts";

/**
 * pathScheme reads `path:` references. A relative path stays relative: it is meant from the folder of the `flake.nix`.
 * Source: Nix 2.35, src/libfetchers/path.cc (PathInputScheme).
 */
export const pathScheme: Scheme = {
  allowed: new Set(["path", "rev", "revCount", "lastModified", "narHash"]),
  fromUrl: (url) => (url.scheme === "path" ? readUrl(url) : null),
  check,
  toUrl,
};

function readUrl(url: NixUrl): Attrs {
  if (url.authority !== null && url.authority.host !== "") {
    throw new FlakeRefError(`path URL '${formatNixUrl(url)}' should not have an authority`);
  }
  const attrs = new Map<string, FlakeRefAttr>([
    ["type", "path"],
    ["path", joinFilePath(url.path)],
  ]);
  for (const [name, value] of url.query) attrs.set(name, readParameter(name, value, url));
  return attrs;
}

function readParameter(name: string, value: string, url: NixUrl): FlakeRefAttr {
  if (name === "rev" || name === "narHash") return value;
  const isNumber = name === "revCount" || name === "lastModified";
  const number = isNumber ? parseInteger(value) : undefined;
  if (number !== undefined) return number;
  throw new FlakeRefError(
    `path URL '${formatNixUrl(url)}' has ${isNumber ? "invalid" : "unsupported"} parameter '${name}'`,
  );
}

function check(attrs: Attrs): Attrs {
  requiredString(attrs, "path");
  return attrs;
}

function toUrl(attrs: Attrs): NixUrl {
  const query = new Map<string, string>();
  for (const [name, value] of attrs) if (name !== "path" && name !== "type") query.set(name, String(value));
  const path = filePathSegments(requiredString(attrs, "path"));
  return { scheme: "path", authority: null, path, query, fragment: "" };
}
