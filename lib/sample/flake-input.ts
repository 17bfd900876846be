import { addDays, type Instant } from "#lib/model/instant.ts";
import { narHashOf, revOf, uuidOf } from "./deterministic.ts";

/** Attributes are those of a flake reference in a lock file. */
export type Attributes = Readonly<Record<string, string | number>>;

/** FlakeInput is one input as a flake declares it, with the inputs that its own flake declares. */
export interface FlakeInput {
  readonly name: string;
  /** As written in flake.nix; null for an input that only follows, or that only the formals of `outputs` name. */
  readonly url: string | null;
  /** Path of the input that this one is, from the flake that declares it, joined with `/`. */
  readonly follows: string | null;
  readonly isFlake: boolean;
  /** `inputs.<a>.inputs.<b>.follows` of the declaration, by `a/b`; `""` points at the declaring flake itself. */
  readonly overrides: Readonly<Record<string, string>>;
  readonly original: Attributes;
  readonly locked: (asOf: Instant) => Attributes;
  /** A path inside the same tree, which has no revision of its own. */
  readonly isRelativePath: boolean;
  readonly inputs: readonly FlakeInput[];
}

interface InputOptions {
  /** The name in the declaring flake, where it is not the repository's. */
  readonly as?: string;
  readonly follows?: Readonly<Record<string, string>>;
  readonly isFlake?: false;
  readonly inputs?: readonly FlakeInput[];
}

/** github declares `github:owner/repo[/ref]`, locked at a revision that is `ageDays` old on the sample's day. */
export function github(address: string, ageDays: number, options: InputOptions = {}): FlakeInput {
  const [owner = "", repo = "", ...rest] = address.split("/");
  const ref = rest.join("/");
  const original = { owner, ...(ref === "" ? {} : { ref }), repo, type: "github" };
  const locked = (asOf: Instant) => ({ ...revision(address, ageDays, asOf), owner, repo, type: "github" });
  return input(repo, `github:${address}`, original, locked, options);
}

/**
 * flakehub declares `https://flakehub.com/f/org/flake/range`, locked at the release `version`.
 * The version of a rolling release has its revision behind a plus sign, which FlakeHub writes as `%2Brev-…`.
 */
export function flakehub(
  address: string,
  version: string,
  ageDays: number,
  options: InputOptions & { readonly isTagged?: true } = {},
): FlakeInput {
  const [org = "", flake = "", range = ""] = address.split("/");
  const url = `https://flakehub.com/f/${org}/${flake}/${encodeURIComponent(range).replace("*", "%2A")}`;
  const locked = (asOf: Instant) => {
    const at = revision(`${org}/${flake}`, ageDays, asOf);
    const release = options.isTagged ? version : `${version}%2Brev-${at.rev}`;
    const pinned = `https://api.flakehub.com/f/pinned/${org}/${flake}/${release}/${uuidOf(at.rev)}/source.tar.gz`;
    return { ...at, revCount: Number(version.split(".")[2] ?? 0), type: "tarball", url: pinned };
  };
  return input(flake, `https://flakehub.com/f/${org}/${flake}/${range}`, { type: "tarball", url }, locked, options);
}

/** git declares a repository behind SSH, as organizations have them on their own servers. */
export function git(name: string, address: string, ageDays: number, options: InputOptions = {}): FlakeInput {
  const url = `ssh://${address}`;
  const locked = (asOf: Instant) => ({
    ...revision(address, ageDays, asOf),
    ref: "refs/heads/main",
    revCount: 1000 - ageDays,
    type: "git",
    url,
  });
  return input(name, `git+${url}`, { type: "git", url }, locked, options);
}

/** tarball declares the address of an archive; its age is that of its newest file, and it has no revision. */
export function tarball(name: string, url: string, ageDays: number, options: InputOptions = {}): FlakeInput {
  const locked = (asOf: Instant) => {
    const { lastModified, narHash } = revision(url, ageDays, asOf);
    return { lastModified, narHash, type: "tarball", url };
  };
  return input(name, url, { type: "tarball", url }, locked, options);
}

/** relativePath declares another flake of the same repository. */
export function relativePath(name: string, path: string, options: InputOptions = {}): FlakeInput {
  const attributes = { path, type: "path" };
  return { ...input(name, `path:${path}`, attributes, () => attributes, options), isRelativePath: true };
}

/** follows declares an input that is another one, given by its path from the flake's own inputs. */
export function follows(name: string, path: string): FlakeInput {
  return { ...input(name, "", {}, () => ({}), {}), url: null, follows: path };
}

/** implicit is an input that only the formals of `outputs` name, resolved through the registry to `target`. */
export function implicit(target: FlakeInput): FlakeInput {
  return { ...target, url: null, original: { id: target.name, type: "indirect" } };
}

function input(
  name: string,
  url: string,
  original: Attributes,
  locked: FlakeInput["locked"],
  { as = name, follows: overrides = {}, isFlake, inputs = [] }: InputOptions,
): FlakeInput {
  const base = { name: as, url, follows: null, original, locked, isRelativePath: false };
  return { ...base, isFlake: isFlake !== false, overrides, inputs };
}

/** The same source at the same age is the same revision, wherever it is locked. */
function revision(source: string, ageDays: number, asOf: Instant) {
  const lastModified = Date.parse(addDays(asOf, -ageDays)) / 1000;
  const seed = `${source}@${lastModified}`;
  return { lastModified, narHash: narHashOf(seed), rev: revOf(seed) };
}
