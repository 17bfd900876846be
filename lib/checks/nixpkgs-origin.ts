import type { InputFacts } from "#lib/model/flake.ts";
import type { Policy } from "#lib/model/policy.ts";
import { inputSource, sourceIdentity } from "./input-source.ts";

/** NixpkgsOrigin is whose Nixpkgs an input takes. `fork` names it, as `owner/repository`. */
export type NixpkgsOrigin =
  | { readonly kind: "upstream" }
  | { readonly kind: "fork"; readonly name: string }
  | { readonly kind: "unknown" };

// Where the project itself serves channels and releases.
const channelHosts = /^https?:\/\/(?:(?:channels|releases|www)\.)?nixos\.org\//i;

/**
 * nixpkgsOrigin says whose Nixpkgs an input of it takes, by the owners that the policy holds for upstream on GitHub and
 * FlakeHub. What lies on another forge may be a mirror and is unknown, as is a path.
 */
export function nixpkgsOrigin(input: InputFacts, policy: Policy): NixpkgsOrigin {
  const url = input.ref?.url ?? input.locked?.attributes.url;
  if (typeof url === "string" && channelHosts.test(url)) return { kind: "upstream" };
  const source = inputSource(input);
  if (source === undefined || !["github", "flakehub"].includes(source.host)) return { kind: "unknown" };
  const isUpstream = policy.nixpkgsOwners.includes(source.owner) && /^nixpkgs(?:-weekly)?$/.test(source.name);
  return isUpstream ? { kind: "upstream" } : { kind: "fork", name: sourceIdentity(source) };
}
