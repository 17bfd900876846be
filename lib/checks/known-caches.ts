/** KnownCache is a cache whose public key is well known; its owner publishes it, and so do many flakes. */
export interface KnownCache {
  readonly host: string;
  /** `name:key`, as `trusted-public-keys` holds it. */
  readonly key: string;
}

/** knownCaches have the keys that most repositories pair them with, as of 2026-11. Nix trusts the first by itself. */
export const knownCaches: readonly KnownCache[] = [
  { host: "cache.nixos.org", key: "cache.nixos.org-1:6NCHdD59X431o0gWypbMrAURkbJ16ZPMQFGspcDShjY=" },
  { host: "nix-community.cachix.org", key: "nix-community.cachix.org-1:mB9FSh9qf2dCimDSUo8Zy7bkq5CX+/rkCWyvRCYg3Fs=" },
  { host: "cache.numtide.com", key: "niks3.numtide.com-1:DTx8wZduET09hRmMtKdQDxNNthLQETkc/yaX7M4qK0g=" },
  { host: "numtide.cachix.org", key: "numtide.cachix.org-1:2ps1kLBUWjxIneOy1Ik6cQjb41X0iXVXeHigGmycPPE=" },
  { host: "nix-gaming.cachix.org", key: "nix-gaming.cachix.org-1:nbjlureqMbRAxR1gJ/f3hxemL9svXaZF/Ees8vCUUs4=" },
  {
    host: "nixpkgs-wayland.cachix.org",
    key: "nixpkgs-wayland.cachix.org-1:3lwxaILxMRkVhehr5StQprHdEo4IrE8sRho9R9HOLYA=",
  },
  { host: "hyprland.cachix.org", key: "hyprland.cachix.org-1:a7pgxzMz7+chwVL3/pzj6jIBMioiJM7ypFP8PwtkuGc=" },
  { host: "cachix.cachix.org", key: "cachix.cachix.org-1:eWNHQldwUO7G2VkjpnjDbWwy4KQ/HNxht7H4SSoMckM=" },
  { host: "cache.nixos-cuda.org", key: "cache.nixos-cuda.org:74DUi4Ye579gUqzH4ziL9IyiJBlDpMRn9MBN8oNan9M=" },
  {
    host: "cuda-maintainers.cachix.org",
    key: "cuda-maintainers.cachix.org-1:0dq3bujKpuEPMCX6U4WylrUDZ9JyUG0VpVZa7CNfq5E=",
  },
  { host: "cache.iog.io", key: "hydra.iohk.io:f/Ea+s+dFdN+3Y/G+FDgSq+a5NEWhJGzdjvKNGv0/EQ=" },
  { host: "hydra.iohk.io", key: "hydra.iohk.io:f/Ea+s+dFdN+3Y/G+FDgSq+a5NEWhJGzdjvKNGv0/EQ=" },
];

/** keyName is the name of a key without the number of its generation: `acme.cachix.org-1` → `acme.cachix.org`. */
export function keyName(key: string): string {
  return key.split(":", 1).join("").replace(/-\d+$/, "").toLowerCase();
}
