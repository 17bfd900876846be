import type { CheckCases } from "../testing/check-cases.ts";
import { nixpkgsFlake, noFlake, scheduledOf } from "../testing/small-files.ts";
import { updatesChecked } from "./check.ts";

const action = "uses: DeterminateSystems/update-flake-lock@v27";
const own = "$" + "{{ secrets.BOT_TOKEN }}";

export const cases: CheckCases = {
  check: updatesChecked,
  outcomes: {
    pass: [
      {
        name: "a token of its own",
        files: { ...nixpkgsFlake, ...scheduledOf(`${action}\n        with: { token: "${own}" }`) },
      },
    ],
    fail: [{ name: "the default token", files: { ...nixpkgsFlake, ...scheduledOf(action) } }],
    unknown: [
      { name: "an update by hand", files: { ...nixpkgsFlake, ...scheduledOf("run: nix flake update && git push") } },
    ],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "a proposal that the workflow pushes once more",
      seenIn: "sodiboo/niri-flake, which amends what the action proposes",
      files: { ...nixpkgsFlake, ...scheduledOf(action, "run: git push --force") },
      gives: { ".": "unknown" },
    },
  ],
};
