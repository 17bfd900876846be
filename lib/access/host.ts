/**
 * isLocalHost says whether a Host header names this machine's loopback. A page of another site can make a browser send
 * requests here under a name of its own (DNS rebinding); its Host header gives it away.
 *
 * @param header `127.0.0.1:3000`, `localhost`, `[::1]:3000`; null when there is none, which is refused.
 */
export function isLocalHost(header: string | null): boolean {
  return header !== null && /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i.test(header);
}
