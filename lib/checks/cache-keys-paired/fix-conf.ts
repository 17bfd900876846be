import { stringify } from "yaml";
import type { Evidence } from "#lib/model/evidence.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Fix } from "#lib/model/fix.ts";
import { pinningNote, usedAction } from "../used-actions.ts";

/** ConfValues are the values to add, of which only what a host or a key is made of is left. */
export interface ConfValues {
  readonly substituters: readonly string[];
  readonly keys: readonly string[];
}

type Words = Pick<Fix, "title"> & { readonly note: string };

/** fixInConf are lines for a nix.conf. */
export function fixInConf({ path }: Evidence, values: ConfValues, { title, note }: Words): Fix {
  return { title, language: "nix.conf", path, text: confLines(values), note: `Add it to the file. ${note}` };
}

// The input under which each action that installs Nix takes lines of nix.conf.
const confInputs: ReadonlyMap<string, string> = new Map([
  ["cachix/install-nix-action", "extra_nix_config"],
  ["determinatesystems/determinate-nix-action", "extra-conf"],
  ["determinatesystems/nix-installer-action", "extra-conf"],
  ["nixbuild/nix-quick-install-action", "nix_conf"],
]);

/**
 * fixInWorkflow is a step of cachix-action, which brings the key of a cache on Cachix by itself, where a key is missing
 * that is not known; otherwise the lines under the input of the action that takes them there, or under NIX_CONFIG.
 */
export function fixInWorkflow(
  { path, line }: Evidence,
  values: ConfValues,
  facts: RepositoryFacts,
  { title, note }: Words,
): Fix {
  const names = values.substituters.map(cachixName).filter((name) => name !== undefined);
  const isUnknownKey = values.keys.some((key) => key.endsWith(":PASTE-ITS-KEY"));
  if (isUnknownKey && names.length === values.substituters.length) {
    const uses = usedAction("cachix/cachix-action@v16", facts);
    return {
      title: `Let cachix-action bring the ${names.length === 1 ? "key" : "keys"}`,
      language: "yaml",
      path,
      text: stringify(names.map((name) => ({ uses, with: { name, skipPush: true } }))),
      note: pinningNote(`It takes the place of the address in line ${line ?? 1}, after the step that installs Nix.`),
    };
  }
  const used = facts.nixActions.known ? facts.nixActions.value : [];
  const here = used.find(({ evidence }) => evidence.path === path && evidence.line === line);
  const input = here === undefined ? undefined : confInputs.get(here.action);
  const text = confLines(values);
  return {
    title,
    language: "yaml",
    path,
    text: stringify(input === undefined ? { env: { NIX_CONFIG: text } } : { with: { [input]: text } }, {
      lineWidth: 0,
    }),
    note: `Merge it with the step in line ${line ?? 1}. ${note}`,
  };
}

function cachixName(url: string): string | undefined {
  return /^https:\/\/([a-z0-9-]+)\.cachix\.org\/?$/i.exec(url)?.[1];
}

function confLines({ substituters, keys }: ConfValues): string {
  const line = (name: string, words: readonly string[]) => (words.length === 0 ? "" : `${name} = ${words.join(" ")}\n`);
  return line("extra-substituters", substituters) + line("extra-trusted-public-keys", keys);
}
