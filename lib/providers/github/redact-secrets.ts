const placeholder = "[redacted]";

/**
 * Tokens by their prefix, of any length: newer ones hold dots and are longer than the 40 characters of old
 * (GitHub's stateless installation tokens, `ghs_APPID_JWT`).
 */
const tokenPatterns = [/\bgh[posru]_[A-Za-z0-9_.-]+/g, /\bgithub_pat_[A-Za-z0-9_]+/g, /\b(?<=bearer\s+)[^\s"',;]+/gi];

// A shorter token, as an emulator takes it, would turn up inside ordinary words.
const tokenLengthMin = 8;

/** redactSecrets takes the token in use, and whatever looks like one, out of a text that others wrote. */
export function redactSecrets(text: string, token: string): string {
  const withoutToken = token.length < tokenLengthMin ? text : text.replaceAll(token, placeholder);
  return tokenPatterns.reduce((redacted, pattern) => redacted.replace(pattern, placeholder), withoutToken);
}
