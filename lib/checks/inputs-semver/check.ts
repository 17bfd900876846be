import type { Check, CheckResult } from "../check.ts";
import { type DirectInput, directInputs, withoutInputs } from "../direct-inputs.ts";
import { inputSubject, mainFlakes, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";
import { fix } from "./fix.ts";

// `v1.2`, `1.2.3-rc1`, `crane-v0.20.1`, `v3`: a tag that names a version. Not `nixos-25.11`, `release-25.11` or
// `2.24-maintenance`: a name with two numbers only is a branch of releases.
const versionNames = [
  /^v\d+$/i,
  /^v?\d+\.\d+(?:[-+.]?(?:rc|alpha|beta|pre)[\w.+-]*)?$/i,
  /^(?:[a-z][a-z_-]*[-_]|v)?v?\d+\.\d+\.\d+(?:[-+.].*)?$/i,
];

/** inputsSemver: every direct input asks for a version. */
export const inputsSemver: Check = {
  id: "inputs-semver",
  version: 1,
  theme: "semver",
  severity: "advice",
  stage: null,
  words,
  fix,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const inputs = directInputs(facts);
    if (inputs.length === 0) return [withoutInputs(facts)];
    return inputs.map(judge);
  },
};

function judge({ flake, input }: DirectInput): CheckResult {
  const subject = inputSubject(flake, input);
  const evidence = [input.evidence];
  if (input.versionRange !== null) {
    const resolved = input.resolvedVersion === null ? "" : `, locked to ${input.resolvedVersion}`;
    return {
      subject,
      outcome: "pass",
      summary: `${input.name} asks for version ${input.versionRange}${resolved}`,
      evidence,
    };
  }
  if (input.ref === null) {
    return { subject, outcome: "unknown", summary: `where ${input.name} points cannot be told`, evidence };
  }
  const { ref, url } = input.ref;
  if (isVersion(ref)) return { subject, outcome: "pass", summary: `${input.name} asks for the tag ${ref}`, evidence };
  // Archives of a tag, and releases that are pinned by URL, name the version in their path.
  const inUrl = typeof url === "string" ? pathSegments(url).find(isVersion) : undefined;
  return inUrl === undefined
    ? { subject, outcome: "fail", summary: `${input.name} asks for no version`, evidence }
    : { subject, outcome: "pass", summary: `${input.name} asks for the release ${inUrl}`, evidence };
}

function isVersion(name: unknown): name is string {
  if (typeof name !== "string" || name.length > 200) return false;
  return versionNames.some((pattern) => pattern.test(name.replace(/^refs\/tags\//, "")));
}

function pathSegments(url: string): readonly string[] {
  const [, , , ...segments] = url.replaceAll("%2B", "+").split(/[/?]/);
  return segments.map((segment) => segment.replace(/\.(?:tar\.\w+|tgz|zip)$/, ""));
}
