import { isPlaceholder, looksGenerated } from "./secret-value.ts";
import type { SecretHit } from "./secretlint-rules.ts";

const secretVariable = /(?:SECRET|TOKEN|PASSWORD|PASSWD|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY)$/;

/** environmentFileHits finds the variables of a `.env` file that are named like a secret and look like one. */
export function environmentFileHits(text: string): readonly SecretHit[] {
  return lines(text).flatMap(({ line, start }) => {
    const [, name = "", value = ""] = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)=["']?([^"'#\s]*)/.exec(line) ?? [];
    if (!secretVariable.test(name.toUpperCase()) || !looksGenerated(value)) return [];
    return [{ rule: "environment-file", start, end: start + line.length }];
  });
}

/** netrcHits finds the passwords of a netrc, which Nix and others send to the host that stands before them. */
export function netrcHits(text: string): readonly SecretHit[] {
  return lines(text).flatMap(({ line, start }) => {
    const [, value = ""] = /(?:^|\s)password\s+(\S+)/.exec(line.slice(0, 1_000)) ?? [];
    return isPlaceholder(value) ? [] : [{ rule: "netrc", start, end: start + line.length }];
  });
}

function lines(text: string): readonly { readonly line: string; readonly start: number }[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const place = { line, start };
    start += line.length + 1;
    return place;
  });
}
