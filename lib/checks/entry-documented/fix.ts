import type { Fix } from "#lib/model/fix.ts";
import type { CheckContext, CheckResult } from "../check.ts";
import { mainFlakes } from "../subjects.ts";

/** fix is the paragraph of a README that says what to type first, made of what this repository offers. */
export function fix({ facts }: CheckContext, { outcome }: CheckResult): Fix | null {
  if (outcome !== "fail") return null;
  const offers = (...names: readonly string[]) =>
    mainFlakes(facts).some(({ outputs }) => outputs?.kinds.some(({ name }) => names.includes(name)) === true);
  const usesDirenv = facts.stages.some(({ evidence }) => evidence.path === ".envrc");
  const lines = [
    ...(usesDirenv ? ["direnv allow     # enters the development shell whenever you are here"] : []),
    ...(offers("devShells", "devShell") && !usesDirenv ? ["nix develop      # enters the development shell"] : []),
    ...(offers("packages", "defaultPackage") ? ["nix build        # builds the package into ./result"] : []),
    ...(offers("checks") ? ["nix flake check  # runs all checks"] : []),
  ];
  const commands = lines.length === 0 ? ["nix flake show   # lists what there is"] : lines;
  const text = `## Getting started with Nix

Install [Nix](https://zero-to-nix.com/start/install), then:

\`\`\`sh
${commands.join("\n")}
\`\`\`

New to Nix? [Zero to Nix](https://zero-to-nix.com) takes an hour.
`;
  return { title: "Show the way in", language: "markdown", path: "README.md", text, note: null };
}
