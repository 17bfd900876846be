import { staticString } from "#lib/nix/language/static-string.ts";
import type { Application, Expression } from "#lib/nix/language/syntax-tree.ts";
import { nodesOf } from "#lib/nix/language/walk.ts";
import { attributeBindings, calleeName, type PathBinding } from "./attribute-bindings.ts";
import type { NixSource } from "./nix-sources.ts";
import { isPlaceholder, looksGenerated } from "./secret-value.ts";
import type { SecretHit } from "./secretlint-rules.ts";

/**
 * nixSecretHits finds secrets that stand in Nix as strings: passwords of users and of wireless networks, values under
 * the name of a secret that look generated, and secrets that are written into the store. What a test of NixOS sets is
 * for the test.
 */
export function nixSecretHits({ text, expression }: NixSource): readonly SecretHit[] {
  if (/\b(?:runNixOSTest|nixosTest|runTest|makeTest|make-test-python)\b/.test(text.text)) return [];
  const hits: SecretHit[] = [];
  for (const binding of attributeBindings(expression)) {
    const rule = ruleOf(binding);
    if (rule !== undefined) hits.push({ rule, start: binding.start, end: binding.value.end });
  }
  for (const node of nodesOf(expression)) {
    if (node.kind === "application" && writesSecret(node)) {
      hits.push({ rule: "secret-in-store", start: node.start, end: node.end });
    }
  }
  return hits;
}

// How each name ends that a rule below asks about; almost every other binding is done with here.
const mayNameSecret = /(?:password|passwd|passphrase|secret|token|key|psk|pskRaw)$/i;

function ruleOf({ path, value: bound }: PathBinding): string | undefined {
  const name = path.at(-1) ?? "";
  const value = mayNameSecret.test(name) ? staticString(bound) : undefined;
  if (value === undefined) return undefined;
  // What an option shows as its example is for show.
  if (path.includes("example")) return undefined;
  const [users, kind] = [path.at(-4), path.at(-3)];
  if (users === "users" && (kind === "users" || kind === "extraUsers")) {
    // A locked password, `!` or `*`, is none; an initial one is meant to be changed.
    if (name === "hashedPassword") return /^\$[0-9a-z]+\$./.test(value) ? "password-hash" : undefined;
    if (name === "password") return isPlaceholder(value) ? undefined : "plaintext-password";
  }
  if (path.includes("wireless") && (name === "psk" || name === "pskRaw")) {
    return isPlaceholder(value) || value.startsWith("ext:") ? undefined : "wireless-password";
  }
  return isSecretName(name) && looksGenerated(value) ? "secret-in-nix" : undefined;
}

/** The name ends as secrets do: `apiToken`, `client_secret`; not a file, a hash or what is public. */
function isSecretName(name: string): boolean {
  if (/public|hash|sha|file|path|name|pub/i.test(name)) return false;
  return /(?:password|passwd|passphrase|secret|token|api[-_]?key|secret[-_]?key|private[-_]?key|auth[-_]?key)$/i.test(
    name,
  );
}

const writers: ReadonlySet<string> = new Set(["writeText", "toFile"]);

function writesSecret({ callee, arguments: given }: Application): boolean {
  const name = calleeName(callee);
  const [title, body] = given;
  if (name === undefined || !writers.has(name) || title === undefined || body === undefined) return false;
  if (!/passw|secret|token|private-?key|credential/i.test(staticString(title) ?? "")) return false;
  return isBareSecret(body);
}

/** One word and nothing besides: a script or a template that a secret is filled into later is none. */
function isBareSecret(body: Expression): boolean {
  const content = staticString(body)?.trim();
  return content !== undefined && /^\S{4,200}$/.test(content) && !isPlaceholder(content);
}
