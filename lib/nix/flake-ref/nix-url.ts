import { BadUrlError } from "./flake-ref-error.ts";
import { percentDecode, percentEncode } from "./percent-encoding.ts";

/**
 * NixUrl is a URL by RFC 3986, taken apart as Nix does it; every part is percent-decoded.
 *
 * `path` holds the segments between slashes: `/a/b/` is `["", "a", "b", ""]`, and the empty path is `[""]`.
 * `authority` is null without `//`; `file:/a` and `file:///a` therefore differ, as they do in Nix.
 */
export interface NixUrl {
  readonly scheme: string;
  readonly authority: UrlAuthority | null;
  readonly path: readonly string[];
  readonly query: ReadonlyMap<string, string>;
  readonly fragment: string;
}

/** UrlAuthority is `user:password@host:port`. `host` of an IP literal keeps its brackets; `port` is 1 to 65535. */
export interface UrlAuthority {
  readonly user: string | null;
  readonly password: string | null;
  readonly host: string;
  readonly port: number | null;
}

const urlPattern = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;
const pathPattern = /^[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*$/;
const queryPattern = /^[A-Za-z0-9\-._~!$&'()*+,;=:@%/?[\]]*$/;
const lenientQueryPattern = /^[A-Za-z0-9\-._~!$&'()*+,;=:@%/?[\] "]*$/;
const authorityPattern =
  /^(?:([A-Za-z0-9\-._~!$&'()*+,;=%]*)(?::([A-Za-z0-9\-._~!$&'()*+,;=:%]*))?@)?(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9\-._~!$&'()*+,;=%]*)(?::([0-9]*))?$/;

/**
 * parseNixUrl reads an absolute URL. There is no normalisation beyond percent-decoding: hosts keep their case, and
 * dots in paths stay.
 *
 * @param isLenient true lets a query hold raw spaces and `"`, as flake references may (not so the `url` attribute).
 * @throws BadUrlError for what Nix does not take as a URL.
 * Source: Nix, src/libutil/url.cc (parseURL), which follows RFC 3986 and not the WHATWG standard.
 */
export function parseNixUrl(text: string, isLenient = false): NixUrl {
  const [, scheme, authorityText, pathText = "", queryText = "", fragment = ""] = urlPattern.exec(text) ?? [];
  if (scheme === undefined) throw new BadUrlError(`'${text}' is not a valid URL: it has no scheme`);
  const query = isLenient ? lenientQueryPattern : queryPattern;
  if (!pathPattern.test(pathText) || !query.test(queryText)) {
    throw new BadUrlError(`'${text}' is not a valid URL: it has a character that must be percent-encoded`);
  }
  const authority = authorityText === undefined ? null : parseAuthority(authorityText);
  const isFile = splitScheme(scheme).transport === "file";
  if (isFile && authority !== null && authority.host !== "") {
    throw new BadUrlError(`file:// URL '${text}' has unexpected authority '${authorityText}'`);
  }
  const path = isFile && pathText === "" ? "/" : pathText;
  return {
    scheme,
    authority,
    path: path.split("/").map(percentDecode),
    query: parseQuery(queryText),
    fragment: percentDecode(fragment),
  };
}

/**
 * parseQuery reads `a=1&b=2`. Of a repeated name the first counts; a name without `=` is ignored, as in Nix.
 */
export function parseQuery(text: string): Map<string, string> {
  const query = new Map<string, string>();
  for (const parameter of text.split("&")) {
    const equals = parameter.indexOf("=");
    if (equals === -1) continue;
    const name = percentDecode(parameter.slice(0, equals));
    const value = percentDecode(parameter.slice(equals + 1));
    if (!query.has(name)) query.set(name, value);
  }
  return query;
}

/** formatNixUrl prints a URL as Nix does: parts percent-encoded anew, query parameters sorted by name. */
export function formatNixUrl(url: NixUrl): string {
  const authority = url.authority === null ? "" : `//${formatAuthority(url.authority)}`;
  const path = url.path.map((segment) => percentEncode(segment, ":@")).join("/");
  const query = [...url.query]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${percentEncode(name, ":@/?")}=${percentEncode(value, ":@/?")}`)
    .join("&");
  const fragment = url.fragment === "" ? "" : `#${percentEncode(url.fragment)}`;
  return `${url.scheme}:${authority}${path}${query === "" ? "" : `?${query}`}${fragment}`;
}

/** splitScheme splits `tarball+https` at its first plus into what reads it (null when absent) and what carries it. */
export function splitScheme(scheme: string): { readonly application: string | null; readonly transport: string } {
  const plus = scheme.indexOf("+");
  if (plus === -1) return { application: null, transport: scheme };
  return { application: scheme.slice(0, plus), transport: scheme.slice(plus + 1) };
}

function parseAuthority(text: string): UrlAuthority {
  const match = authorityPattern.exec(text);
  if (match === null) throw new BadUrlError(`invalid URL authority: '${text}'`);
  const [, user, password, host = "", portText = ""] = match;
  const port = Number(portText);
  if (portText !== "" && (port < 1 || port > 65535)) throw new BadUrlError(`port '${portText}' is invalid`);
  return {
    user: user === undefined ? null : percentDecode(user),
    password: password === undefined ? null : percentDecode(password),
    host: percentDecode(host),
    port: portText === "" ? null : port,
  };
}

function formatAuthority({ user, password, host, port }: UrlAuthority): string {
  const login = user === null ? "" : `${percentEncode(user)}${password === null ? "" : `:${percentEncode(password)}`}@`;
  return `${login}${percentEncode(host, host.startsWith("[") ? "[]:" : "")}${port === null ? "" : `:${port}`}`;
}
