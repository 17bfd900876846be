import { flake, flakeText } from "../flake-text.ts";
import { lockText } from "../lock-text.ts";
import { npmPackage, perSystem, rustPackage, shell } from "../nix-outputs.ts";
import {
  codeowners,
  dockerfile,
  goProject,
  nixReadme,
  nodeProject,
  readme,
  rustProject,
  sources,
  useFlake,
} from "../project-files.ts";
import { commit, type SampleRepository } from "../sample-repository.ts";
import { devshells, flakeUtils, nixpkgs } from "../upstreams.ts";
import { dependabot, nixCi, plainCi, renovate, updateFlakeLock } from "../workflows.ts";

const access = { web: "admin" } as const;

const cachixOfWeb = {
  "extra-substituters": ["https://sample-web.cachix.org"],
  "extra-trusted-public-keys": ["sample-web.cachix.org-1:0VI8sF6Vsp2Jxw8+OFeVfYVdIZ7X/GTtEJxPWLWAJXo="],
} as const;

const storefrontFlake = (nixpkgsAge: number, hasCache: boolean) =>
  flake({
    description: "The shop in the browser",
    inputs: [nixpkgs("nixos-unstable", nixpkgsAge), flakeUtils(740)],
    ...(hasCache ? { nixConfig: cachixOfWeb } : {}),
    outputs: { devShells: { default: shell("nodejs_24", "pnpm") }, packages: { default: npmPackage("storefront") } },
  });

/** A public cache on Cachix, with its key; proposals of updates that start no checks; owners in the root. */
const storefront: SampleRepository = {
  name: "storefront",
  description: "The shop in the browser",
  access: { web: "write" },
  topics: ["typescript"],
  commits: [
    commit(
      534,
      "First page",
      readme("storefront", "The shop in the browser."),
      nodeProject("storefront", "cart", "search", "checkout"),
      codeowners("CODEOWNERS", "* @sample/web", "/src/checkout.ts @sample/payments"),
    ),
    commit(370, "Add a flake", storefrontFlake(372, false), useFlake),
    commit(
      245,
      "Cache with Cachix",
      storefrontFlake(246, true),
      nixCi({ cache: "cachix", installer: "cachix", settings: ["accept-flake-config = true"] }),
    ),
    commit(52, "Update inputs", storefrontFlake(54, true), nixReadme("storefront", "The shop in the browser.")),
    commit(40, "Propose updates every week", updateFlakeLock("0 5 * * 1", "default")),
  ],
};

/** A cache without its key, CRLF line endings, and the oldest Nixpkgs of all. */
const website: SampleRepository = {
  name: "website",
  description: "Who we are",
  access,
  visibility: "public",
  commits: [
    commit(
      524,
      "First page",
      readme("website", "Who we are."),
      nodeProject("website", "home"),
      sources(["index.html", "<p>Hello</p>", 30]),
    ),
    commit(415, "Add a flake", {
      "flake.nix": flakeText({
        description: "Who we are",
        inputs: [nixpkgs("nixos-25.05", 420)],
        nixConfig: { "extra-substituters": ["https://nix-community.cachix.org"] },
        outputs: { devShells: { default: shell("nodejs_24", "hugo") } },
      }).replaceAll("\n", "\r\n"),
      "flake.lock": (asOf) => lockText([nixpkgs("nixos-25.05", 420)], asOf),
    }),
    commit(88, "New faces", sources(["about.html", "<p>Us</p>", 20])),
  ],
};

/** No Nix: a package for npm that Renovate keeps fresh. */
const designSystem: SampleRepository = {
  name: "design-system",
  description: "Buttons and fields",
  access,
  visibility: "public",
  commits: [
    commit(
      507,
      "Buttons",
      readme("design-system", "Buttons and fields."),
      nodeProject("design-system", "button", "field", "dialog"),
      renovate(false),
      plainCi("actions/setup-node@v6", "npm test"),
    ),
    commit(23, "Dialogs", sources(["src/dialog.css", ".dialog { padding: 1rem }", 25])),
  ],
};

/** A flake.nix that Nix cannot parse: a brace is missing. */
const webGateway: SampleRepository = {
  name: "web-gateway",
  description: "Everything comes in here",
  access,
  commits: [
    commit(
      498,
      "Route requests",
      readme("web-gateway", "Everything comes in here."),
      goProject("web-gateway", "routes"),
      dockerfile("golang:1.25", "./web-gateway"),
    ),
    commit(72, "Try a flake", {
      "flake.nix": `{
  description = "Everything comes in here";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { self, nixpkgs }:
    {
      devShells.x86_64-linux.default = nixpkgs.legacyPackages.x86_64-linux.mkShell {
        packages = [ nixpkgs.legacyPackages.x86_64-linux.go ;
    };
}
`,
    }),
  ],
};

/** No Nix: PHP in Docker. */
const cms: SampleRepository = {
  name: "cms",
  description: "Where texts are written",
  access,
  commits: [
    commit(
      539,
      "Write texts",
      readme("cms", "Where texts are written."),
      sources(["index.php", "<?php echo 'hello';", 70], ["composer.json", "{}", 1]),
      dockerfile("php:8.5-apache", "apache2-foreground"),
      dependabot("composer"),
    ),
  ],
};

/** Inputs without a lock. */
const imageResizer: SampleRepository = {
  name: "image-resizer",
  description: "Makes pictures smaller",
  access,
  commits: [
    commit(
      395,
      "Make pictures smaller",
      readme("image-resizer", "Makes pictures smaller."),
      rustProject("image-resizer", "scale", "encode"),
    ),
    commit(
      65,
      "Add a flake",
      {
        "flake.nix": flakeText({
          description: "Makes pictures smaller",
          inputs: [nixpkgs("nixos-unstable", 66)],
          outputs: { devShells: { default: shell("cargo") }, packages: { default: rustPackage("image-resizer") } },
        }),
        ".gitignore": "flake.lock\ntarget/\n",
      },
      useFlake,
    ),
  ],
};

const previewInputs = [nixpkgs("nixos-unstable", 102), devshells(104, { follows: { nixpkgs: "nixpkgs" } })];

/** flake.lock is a symlink, which is no lock file to anyone who reads from git. */
const previewProxy: SampleRepository = {
  name: "preview-proxy",
  description: "Shows a page before it is public",
  access,
  commits: [
    commit(
      305,
      "Show previews",
      readme("preview-proxy", "Shows a page before it is public."),
      nodeProject("preview-proxy", "proxy"),
    ),
    commit(
      100,
      "Share one lock file",
      {
        "flake.nix": flakeText({
          description: "Shows a page before it is public",
          inputs: previewInputs,
          outputs: { devShells: { default: perSystem("inputs.devshells.devShells", "node") } },
        }),
        "nix/shared.lock": (asOf) => lockText(previewInputs, asOf),
        "flake.lock": { kind: "symlink", target: "nix/shared.lock" },
      },
      useFlake,
    ),
  ],
};

/** webRepositories are those of the web team. */
export const webRepositories: readonly SampleRepository[] = [
  storefront,
  website,
  designSystem,
  webGateway,
  cms,
  imageResizer,
  previewProxy,
];
