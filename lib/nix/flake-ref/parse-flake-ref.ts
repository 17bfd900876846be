import { joinFilePath } from "./file-path.ts";
import type { FlakeRef, FlakeRefResult } from "./flake-ref.ts";
import { BadUrlError, catchFlakeRefError, FlakeRefError, refusalOf } from "./flake-ref-error.ts";
import { toFlakeRef } from "./flake-ref-from-attrs.ts";
import { type NixUrl, parseNixUrl, parseQuery } from "./nix-url.ts";
import { percentEncode } from "./percent-encoding.ts";
import { schemes } from "./schemes.ts";

// A bound against hostile files; the longest reference seen in the wild has 300 characters.
const lengthMax = 65_536;

// `<id>`, `<id>/<ref or rev>`, `<id>/<ref>/<rev>`: short for `flake:…`. So `sub/dir` is an id and a ref, not a path.
const flakeIdPattern = /^[a-zA-Z][a-zA-Z0-9_-]*(?:\/[a-zA-Z0-9@][a-zA-Z0-9_./@+-]*)?$/;

/**
 * parseFlakeRef reads a reference in URL form, as `inputs.x.url` has it, and normalises it as Nix does.
 *
 * Unlike `builtins.parseFlakeRef` it takes relative paths, which stay relative, as Nix does for inputs.
 * Text that starts like a URL but is none (`github:owner`, `git@host:path`) is an error, as for the builtin. For an
 * input Nix takes it for a relative path; no such path is ever meant, so that we only say it (`isTakenForPath`).
 *
 * @param options.isFlake false for an input with `flake = false`: then a plain URL that names no archive is a `file`.
 * Source: Nix 2.35, src/libflake/flakeref.cc (parseFlakeRefWithFragment).
 */
export function parseFlakeRef(text: string, options: { readonly isFlake?: boolean } = {}): FlakeRefResult {
  if (text.length > lengthMax) {
    return { status: "error", message: `flake reference is over ${lengthMax} characters`, isTakenForPath: false };
  }
  const isFlake = options.isFlake ?? true;
  return catchFlakeRefError(() => {
    try {
      return { status: "ok", ref: readRef(readUrl(text), isFlake, text) } as const;
    } catch (error) {
      if (error instanceof BadUrlError) return refusalOf(error, isReadableAsPath(text));
      throw error;
    }
  });
}

function isReadableAsPath(text: string): boolean {
  return (
    catchFlakeRefError(() => ({ status: "ok", ref: readRef(readPath(text), true, text) }) as const).status === "ok"
  );
}

function readRef(withFragment: NixUrl, isFlake: boolean, text: string): FlakeRef {
  const url = withoutFragment(text, withFragment);
  const query = new Map(url.query);
  const dir = query.get("dir") ?? "";
  query.delete("dir");
  return toFlakeRef(readScheme({ ...url, query }, isFlake, text), dir);
}

function readUrl(text: string): NixUrl {
  const [beforeFragment = ""] = text.split("#", 1);
  if (flakeIdPattern.test(beforeFragment)) return parseNixUrl(`flake:${text}`, true);
  const isUrlLike = /^[^/?#]*:/.test(text);
  return isUrlLike ? parseNixUrl(text, true) : readPath(text);
}

// A path is taken as it stands: percent signs in it mean themselves, in its query they do not.
function readPath(text: string): NixUrl {
  const [, path = "", query = "", fragment = ""] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text) ?? [];
  if (path === "") throw new FlakeRefError(`'${text}' is not a flake reference`);
  const segments = joinFilePath(path.split("/")).split("/");
  return { scheme: "path", authority: null, path: segments, query: parseQuery(query), fragment };
}

function withoutFragment(text: string, url: NixUrl): NixUrl {
  if (url.fragment === "") return url;
  throw new FlakeRefError(`unexpected fragment '${url.fragment}' in flake reference '${text}'`);
}

function readScheme(url: NixUrl, requireTree: boolean, text: string) {
  for (const scheme of schemes.values()) {
    const attrs = scheme.fromUrl(url, requireTree);
    if (attrs !== null) return attrs;
  }
  throw new FlakeRefError(`input '${text}' is unsupported: Nix knows no scheme '${percentEncode(url.scheme, "+")}'`);
}
