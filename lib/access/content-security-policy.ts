/**
 * contentSecurityPolicy says what a page may load and run: scripts of this origin that carry the answer's own nonce and
 * what those load, nothing of another origin, and no frame around it. Text from repositories that ever became markup
 * would still run nothing.
 *
 * Styles may stand inline: widths of bars and colours of series are style attributes, which a nonce cannot name.
 *
 * @param isDevelopment Next's development server evaluates text to show where an error comes from.
 */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
