import { flake } from "../flake-text.ts";
import { shell } from "../nix-outputs.ts";
import { codeowners, readme, sources } from "../project-files.ts";
import { commit, type SampleRepository } from "../sample-repository.ts";
import { flakeUtils, nixpkgs } from "../upstreams.ts";

/** Nobody's: teams may read it only, and its CODEOWNERS names one person. */
const playground: SampleRepository = {
  name: "playground",
  description: "For trying things out",
  access: { web: "read", data: "triage" },
  visibility: "internal",
  commits: [
    commit(
      345,
      "Try things out",
      readme("playground", "For trying things out."),
      sources(["try.sh", "echo try", 12]),
      codeowners(".github/CODEOWNERS", "* @farid-haddad"),
    ),
    commit(
      135,
      "Try flakes",
      flake({
        description: "For trying things out",
        inputs: [nixpkgs("nixos-unstable", 137), nixpkgs("nixos-25.11", 139, "nixpkgs-stable"), flakeUtils(740)],
        outputs: { devShells: { default: shell("hello", "cowsay") } },
      }),
    ),
  ],
};

/** unownedRepositories belong to no team. The second has been created and not used yet. */
export const unownedRepositories: readonly SampleRepository[] = [
  playground,
  { name: "new-idea", description: "Something new", access: {}, createdDaysAgo: 4, commits: [] },
];
