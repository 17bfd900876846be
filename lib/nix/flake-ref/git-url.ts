import { filePathSegments } from "./file-path.ts";
import { BadUrlError } from "./flake-ref-error.ts";
import { formatNixUrl, type NixUrl, parseNixUrl, splitScheme, type UrlAuthority } from "./nix-url.ts";

const noAuthority: UrlAuthority = { user: null, password: null, host: "", port: null };
const gitSchemes = new Set(["ssh", "http", "https", "file", "ftp", "ftps", "git"].flatMap((s) => [s, `git+${s}`]));

/**
 * fixGitUrl turns what Git accepts as a repository address into a URL: `git@host:owner/repo` into `ssh://…`,
 * an absolute path into `file://…`, and drops a superfluous `git+`.
 *
 * @throws BadUrlError for what is none of these.
 * Source: Nix 2.35, src/libutil/url.cc (fixGitURL, tryParseScpStyle).
 */
export function fixGitUrl(text: string): string {
  if (text.startsWith("/")) return formatNixUrl(url("file", noAuthority, filePathSegments(text)));
  const scp = parseScpAddress(text);
  if (scp !== null) return formatNixUrl(scp);
  const parsed = parseNixUrl(text);
  const { application, transport } = splitScheme(parsed.scheme);
  return formatNixUrl(application === "git" ? { ...parsed, scheme: transport } : parsed);
}

// `[user@]host:path`. Git's rule: no `://` anywhere, and no slash before the first colon.
function parseScpAddress(text: string): NixUrl | null {
  const [, address, path] = /^([^:/]*):(.*)$/s.exec(text) ?? [];
  if (address === undefined || path === undefined) return null;
  if (text.includes("://") || gitSchemes.has(address)) return null;
  if (path === "") throw new BadUrlError(`SCP-style Git URL '${text}' has an empty path`);
  const at = address.indexOf("@");
  const authority = { ...noAuthority, user: at === -1 ? null : address.slice(0, at), host: address.slice(at + 1) };
  const segments = path.split("/");
  return url("ssh", authority, segments[0] === "" ? segments : ["", ...segments]);
}

function url(scheme: string, authority: UrlAuthority, path: readonly string[]): NixUrl {
  return { scheme, authority, path, query: new Map(), fragment: "" };
}
