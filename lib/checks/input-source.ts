import type { FlakeRefAttributes, InputFacts } from "#lib/model/flake.ts";

/** InputSource is the repository, or the flake of a registry of releases, that an input is taken from; in lower case. */
export interface InputSource {
  /** `github`, `gitlab`, `sourcehut` or `flakehub`; the host of a forge of one's own. */
  readonly host: string;
  readonly owner: string;
  readonly name: string;
}

/**
 * inputSource says where an input comes from: as flake.nix asks for it, or as the lock holds it when the reference
 * itself does not say.
 *
 * @returns undefined for an input that follows another, and for one that names no owner and repository.
 */
export function inputSource(input: InputFacts): InputSource | undefined {
  if (input.follows !== null) return undefined;
  return sourceOf(input.ref) ?? sourceOf(input.locked?.attributes ?? null);
}

/** sourceIdentity is `owner/name`, as the lists of the policy write it. */
export function sourceIdentity({ owner, name }: InputSource): string {
  return `${owner}/${name}`;
}

// Releases of FlakeHub; clones and archives of a repository on a forge, over HTTPS or SSH.
const urlPatterns: readonly (readonly [pattern: RegExp, host: (match: RegExpExecArray) => string])[] = [
  [/^https:\/\/(?:api\.)?flakehub\.com\/f\/(?:pinned\/)?(?<owner>[^/]+)\/(?<name>[^/]+)\//i, () => "flakehub"],
  [
    /^(?:https|ssh):\/\/(?:git@)?(?:www\.)?(?<host>github|gitlab)\.com\/(?<owner>[^/]+)\/(?<name>[^/?]+?)(?:\.git)?(?:[/?]|$)/i,
    (match) => match.groups?.host ?? "",
  ],
  [
    /^https:\/\/(?:codeload\.github\.com|api\.github\.com\/repos)\/(?<owner>[^/]+)\/(?<name>[^/?]+)(?:[/?]|$)/i,
    () => "github",
  ],
];

function sourceOf(ref: FlakeRefAttributes | null): InputSource | undefined {
  if (ref === null) return undefined;
  const { type, host, owner, repo, url } = ref;
  if (typeof owner === "string" && typeof repo === "string") {
    return inLowerCase(typeof host === "string" ? host : String(type), owner, repo);
  }
  if (typeof url !== "string") return undefined;
  for (const [pattern, hostOf] of urlPatterns) {
    const match = pattern.exec(url);
    const { owner: urlOwner, name } = match?.groups ?? {};
    if (match !== null && urlOwner !== undefined && name !== undefined) {
      return inLowerCase(hostOf(match), urlOwner, name);
    }
  }
  return undefined;
}

function inLowerCase(host: string, owner: string, name: string): InputSource {
  return { host: host.toLowerCase(), owner: owner.toLowerCase(), name: name.toLowerCase() };
}
