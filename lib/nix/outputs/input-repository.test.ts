import { expect, it } from "vitest";
import { parseFlake } from "../flake/parse-flake.ts";
import { inputOwner, inputRepository } from "./input-repository.ts";

it.each([
  [`url = "github:Numtide/Flake-Utils"`, "numtide", "flake-utils"],
  [`url = "https://flakehub.com/f/numtide/flake-utils/0.1.102.tar.gz"`, "numtide", "flake-utils"],
  [`url = "git+https://example.org/mirror/flake-utils.git?ref=main"`, null, "flake-utils"],
  [`url = "git+ssh://git@example.org/mirror/flake-utils"`, null, "flake-utils"],
  [`url = "https://codeberg.org/o/flake-utils/archive/main.tar.gz"`, null, "flake-utils"],
  [`url = "flake-utils"`, null, "flake-utils"],
  [`follows = "a/flake-utils"`, null, "flake-utils"],
  [`url = "path:./x"`, null, "input"],
  ["flake = true", null, "input"],
])("knows the repository of { %s }", (attributes, owner, name) => {
  const [input] = parseFlake(`{ inputs.input = { ${attributes}; }; outputs = _: { }; }`).inputs;

  expect(input && [inputOwner(input), inputRepository(input)]).toEqual([owner, name]);
});
