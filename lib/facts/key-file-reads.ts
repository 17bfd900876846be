import { posix } from "node:path";
import type { KeyFileRead } from "#lib/model/secret-facts.ts";
import type { Application, Expression, PathLiteral } from "#lib/nix/language/syntax-tree.ts";
import { nodesOf } from "#lib/nix/language/walk.ts";
import { calleeName } from "./attribute-bindings.ts";
import type { NixSource } from "./nix-sources.ts";

const readers: ReadonlySet<string> = new Set(["readFile", "fileContents", "importJSON", "importTOML"]);

// Options that hand a secret to a service by its place; a path literal there is copied into the store first.
const fileOptions = /(?:password|secret|token|privateKey|apiKey|credentials?|environment)File$/;

/**
 * keyFileReads finds where Nix reads a file whose name says that it holds a secret, or is given it as a path, by which it
 * comes into the store for everybody to read. Encrypted and public files by their ending are none, whatever their name.
 */
export function keyFileReads({ path: source, text, expression }: NixSource): readonly KeyFileRead[] {
  const reads: KeyFileRead[] = [];
  const add = (literal: PathLiteral, start: number, isNamed: (file: string) => boolean) => {
    const file = text.text.slice(literal.start, literal.end);
    if (literal.anchor !== "file" || !isNamed(file)) return;
    reads.push({ file, evidence: { path: source, line: text.positionAt(start).line } });
  };
  for (const node of nodesOf(expression)) {
    if (node.kind === "application") {
      const literal = readPath(node);
      if (literal !== undefined) add(literal, node.start, isKeyFile);
    }
    if (node.kind === "binding" && node.value.kind === "path") {
      const option = node.path.at(-1);
      const isSecret = option?.kind === "static-name" && fileOptions.test(option.name);
      if (isSecret) add(node.value, node.start, (file) => !isSafe(file));
    }
  }
  return reads;
}

function readPath({ callee, arguments: given }: Application): PathLiteral | undefined {
  const [argument]: readonly (Expression | undefined)[] = given;
  return readers.has(calleeName(callee) ?? "") && argument?.kind === "path" ? argument : undefined;
}

/** isKeyFile says whether the name of a file says that it holds a secret in the clear. */
export function isKeyFile(file: string): boolean {
  const name = posix.basename(file).toLowerCase();
  if (isSafe(file)) return false;
  return (
    /^id_(?:rsa|dsa|ecdsa|ed25519)$/.test(name) ||
    /(?:^|[-_.])(?:secrets?|passwords?|passwd|tokens?|credentials?|private|priv|api[-_]?key|netrc)(?:[-_.]|$)/.test(
      name,
    ) ||
    /(?:^|[-_.])(?:private|secret|signing|host|wg|wireguard)[-_.]?key(?:[-_.]|$)/.test(name)
  );
}

/** Public, encrypted, code or prose. */
function isSafe(file: string): boolean {
  const name = posix.basename(file).toLowerCase();
  return /pub|example|sample|template|(?:\.|-)(?:age|gpg|asc|enc|sops|crt|cert|cer|nix|md|sh|py|rs|js|ts|patch|html|css)(?:\.|$)/.test(
    name,
  );
}
