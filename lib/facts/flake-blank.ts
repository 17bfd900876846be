import type { ParsedFlake } from "#lib/nix/flake/parsed-flake.ts";

/**
 * isFlakeBlank says whether a flake.nix is a text that a program fills in before Nix sees it: one of its inputs has a
 * blank for a URL, as a program that writes flakes (devbox, colmena) or a test that sets up its own inputs leaves it.
 */
export function isFlakeBlank({ inputs }: ParsedFlake): boolean {
  return inputs.some(({ declared }) => declared.url !== null && blank.test(declared.url));
}

// `{{ .Url }}`, `%hive%`, `@url@`, `__replace__`, also as the host of a URL: `https://__replace__`.
const blank = /^(?:[a-z][a-z+]*:(?:\/\/)?)?(?:\{\{[^{}]*\}\}|%[A-Za-z]\w*%|@[A-Za-z]\w*@|__\w+__)$/;
