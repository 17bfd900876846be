import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import type { SecretLintRuleContext, SecretLintSourceCode } from "@secretlint/types";
import { SourceText } from "#lib/nix/language/source-text.ts";

/** SecretHit is a place in a text that looks like a secret: offsets only, so that the value goes no further. */
export interface SecretHit {
  readonly rule: string;
  /** UTF-16 offsets, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

// It answers comments that switch other rules off. A secret is one whatever stands beside it.
const filterRule = "@secretlint/secretlint-rule-filter-comments";

/**
 * secretlintHits runs the recommended rules of secretlint over a text, in memory. The rules look at a text at once, so
 * that no promise needs to be awaited as with secretlint's own runner; what one of them does later (reading a key store
 * from the disk) never happens, as the text has no file. Their messages hold the secret, and are thrown away.
 */
export function secretlintHits(text: string): readonly SecretHit[] {
  const hits: SecretHit[] = [];
  const source = sourceOf(text);
  for (const rule of rules) {
    if (rule.meta.id === filterRule) continue;
    const name = rule.meta.id.replace("@secretlint/secretlint-rule-", "");
    const context: SecretLintRuleContext = {
      sharedOptions: {},
      createTranslator: () => (messageId) => ({ message: "", messageId: String(messageId), data: undefined }),
      report: ({ range: [start, end] }) => hits.push({ rule: name, start, end }),
      ignore: () => undefined,
    };
    rule.create(context, {}).file?.(source);
  }
  return hits.sort((one, other) => one.start - other.start);
}

function sourceOf(text: string): SecretLintSourceCode {
  const lines = new SourceText(text);
  const indexToPosition = (index: number) => {
    const { line, column } = lines.positionAt(index);
    return { line, column };
  };
  return {
    hasBOM: false,
    content: text,
    filePath: undefined,
    physicalFilePath: undefined,
    contentType: "text",
    ext: "",
    getFilePath: () => undefined,
    getPhysicalFilePath: () => undefined,
    indexToPosition,
    positionToIndex: () => 0,
    locationToRange: () => [0, 0],
    rangeToLocation: ([start, end]) => ({ start: indexToPosition(start), end: indexToPosition(end) }),
  };
}
